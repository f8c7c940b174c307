/* What onrecord/text/folding.py does with characters, compiled: the same answers, and where this is not there, the Python is used.

   fold(text, folds)                      'Don’t — ÉLAN' -> "don't - elan"
   tokens(folded, start, end, plain)      'the mill' -> (['the', 'mill'], [(0, 3), (4, 8)])
   words(folded, start, end, plain)       'the mill' -> ['the', 'mill']
   sentences(text, folded, plain)         'No. We will.' -> (['no', 'we', 'will'], [1]): of locate.py; where sentences begin

   All but fold take ASCII only: most text is, once it is folded. `plain` and `folds` are called as Python, which may do anything:
   what is still needed afterwards is held, not borrowed. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <string.h>

/* -- one character for one */

#ifndef ONRECORD_SOURCE
#define ONRECORD_SOURCE 0 /* of hatch_build.py: which state of this file was compiled; text/compiled.py compares */
#endif

/* What is kept is what the first one asked said, of `plain` and of `folds`; others are asked each time. */
static int is_first(PyObject **first, PyObject *asked) {
    if (!*first)
        *first = Py_NewRef(asked);
    return *first == asked;
}

#define KNOWN 0x3000 /* Latin, Greek, Cyrillic, punctuation: their foldings are kept once they are known */
static Py_UCS4 known[KNOWN];
static PyObject *known_of;

static Py_UCS4 often(Py_UCS4 c) {
    switch (c) {
    case 0x2019: case 0x2018: return '\'';
    case 0x201C: case 0x201D: return '"';
    case 0x2014: case 0x2013: return '-';
    case 0x00A0: return ' ';
    case 0x2026: return '.';
    case 0x00E9: return 'e';
    default: return c;
    }
}

#define ERROR ((Py_UCS4)-1)

/* What the dictionary `folds` says, which works it out if it must. */
static Py_UCS4 rarely(Py_UCS4 c, PyObject *folds) {
    int kept = c < KNOWN && is_first(&known_of, folds);
    if (kept && known[c])
        return known[c];
    PyObject *code = PyLong_FromUnsignedLong(c);
    PyObject *folded = code ? PyObject_GetItem(folds, code) : NULL;
    Py_XDECREF(code);
    if (!folded)
        return ERROR;
    Py_UCS4 out = PyUnicode_Check(folded) ? PyUnicode_ReadChar(folded, 0) : ERROR;
    if (out == ERROR && !PyErr_Occurred())
        PyErr_SetString(PyExc_TypeError, "a character for each is wanted");
    Py_DECREF(folded);
    if (kept && out != ERROR)
        known[c] = out;
    return out;
}

static Py_UCS4 lower(Py_UCS4 c) {
    return c - 'A' < 26 ? c + 32 : c;
}

/* A text with rare characters. */
static PyObject *fold_rare(PyObject *text, PyObject *folds) {
    Py_ssize_t size = PyUnicode_GET_LENGTH(text);
    int kind = PyUnicode_KIND(text);
    const void *data = PyUnicode_DATA(text);
    Py_UCS4 *out = PyMem_New(Py_UCS4, size + 1);
    if (!out)
        return PyErr_NoMemory();
    PyObject *folded = NULL;
    for (Py_ssize_t n = 0; n < size; n++) {
        Py_UCS4 c = often(PyUnicode_READ(kind, data, n));
        out[n] = c > 127 || c == '`' ? rarely(c, folds) : lower(c);
        if (out[n] == ERROR)
            goto done;
    }
    folded = PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, out, size);
done:
    PyMem_Free(out);
    return folded;
}

#define BLOCK 32 /* characters that compilers fold at once */

static inline int all_ascii(int kind, const void *data, Py_ssize_t at) {
    Py_UCS4 any = 0;
    for (int k = 0; k < BLOCK; k++)
        any |= PyUnicode_READ(kind, data, at + k);
    return any < 128;
}

/* Folds the characters that are ASCII then; -> how many, up to the first that is not. */
static inline Py_ssize_t fold_plain(int kind, const void *data, Py_ssize_t size, Py_UCS1 *out) {
    for (Py_ssize_t at = 0, end; at < size; at = end) {
        end = size - at < BLOCK ? size : at + BLOCK;
        if (end == at + BLOCK && all_ascii(kind, data, at))
            for (int k = 0; k < BLOCK; k++)
                out[at + k] = (Py_UCS1)lower(PyUnicode_READ(kind, data, at + k));
        else
            for (Py_ssize_t n = at; n < end; n++) {
                Py_UCS4 c = PyUnicode_READ(kind, data, n);
                if (c > 127 && (c = often(c)) > 127)
                    return n;
                out[n] = (Py_UCS1)lower(c);
            }
    }
    return size;
}

static PyObject *fold(PyObject *self, PyObject *const *args, Py_ssize_t count) {
    if (count != 2 || !PyUnicode_Check(args[0]))
        return PyErr_Format(PyExc_TypeError, "fold(text, folds)");
    Py_ssize_t size = PyUnicode_GET_LENGTH(args[0]);
    int kind = PyUnicode_KIND(args[0]);
    const void *data = PyUnicode_DATA(args[0]);
    PyObject *folded = PyUnicode_New(size, 127);
    if (!folded)
        return NULL;
    Py_UCS1 *out = PyUnicode_1BYTE_DATA(folded);
    Py_ssize_t done = kind == PyUnicode_2BYTE_KIND   ? fold_plain(PyUnicode_2BYTE_KIND, data, size, out)
                      : kind == PyUnicode_1BYTE_KIND ? fold_plain(PyUnicode_1BYTE_KIND, data, size, out)
                                                     : fold_plain(PyUnicode_4BYTE_KIND, data, size, out);
    if (done == size)
        return folded;
    Py_DECREF(folded);
    return fold_rare(args[0], args[1]);
}

/* -- words: the pattern _WORD of folding.py */

enum { LETTER = 1, LOWER = 2, DIGIT = 4, UNDERSCORE = 8, BLANK = 16 };
#define WORDLY (LETTER | DIGIT | UNDERSCORE)
static unsigned char class_of[256];

static void classify(void) {
    for (int c = 'a'; c <= 'z'; c++)
        class_of[c] = LETTER | LOWER, class_of[c - 32] = LETTER;
    for (int c = '0'; c <= '9'; c++)
        class_of[c] = DIGIT;
    class_of['_'] = UNDERSCORE;
    for (const char *c = " \t\n\r\f\v\x1c\x1d\x1e\x1f"; *c; c++)
        class_of[(unsigned char)*c] = BLANK;
}

typedef const unsigned char *Text;
#define IS(at, what) ((at) < end && class_of[*(at)] & (what))

static Text run(Text at, Text end, int what) {
    while (IS(at, what))
        at++;
    return at;
}

/* \w*(?:'+\w+)* */
static Text rest(Text at, Text end) {
    for (;;) {
        at = run(at, end, WORDLY);
        Text after = at;
        while (after < end && *after == '\'')
            after++;
        if (after == at || !IS(after, WORDLY))
            return at;
        at = after;
    }
}

static Text per_cent(Text at, Text end) {
    int fits = end - at >= 8 && !memcmp(at, "per", 3) && IS(at + 3, BLANK) && !memcmp(at + 4, "cent", 4) && !IS(at + 8, WORDLY);
    return fits ? at + 8 : NULL;
}

/* \d+(?:[.,:]\d+)*\w* */
static Text number(Text at, Text end) {
    at = run(at, end, DIGIT);
    while (at + 1 < end && (*at == '.' || *at == ',' || *at == ':') && IS(at + 1, DIGIT))
        at = run(at + 1, end, DIGIT);
    return run(at, end, WORDLY);
}

/* The end of the word that begins here, NULL where none does. */
static Text word(Text at, Text end) {
    if (IS(at, LOWER) && IS(at + 1, LOWER)) {
        Text symbol = *at == 'p' ? per_cent(at, end) : NULL;
        return symbol ? symbol : rest(at, end);
    }
    if (IS(at, DIGIT))
        return number(at, end);
    if (*at == '$')
        return IS(at + 1, DIGIT) ? number(at + 1, end) : NULL;
    Text letters = at;
    while (IS(letters, LETTER) && letters + 1 < end && letters[1] == '.')
        letters += 2;
    if (letters - at >= 4)
        return letters;
    if (IS(at, WORDLY))
        return rest(at, end);
    return *at == '%' || *at == '&' ? at + 1 : NULL;
}

/* -- words as they compare, kept by their letters; a newcomer takes the place of who has it */

#define KEPT (1 << 14)
static struct { uint64_t first, second; PyObject *plain; } kept[KEPT];
static PyObject *kept_of;

/* The letters of a word of 16 at most, as two numbers: zeros behind its end, which no word has. */
static void letters(Text at, Py_ssize_t size, Text end, uint64_t both[2]) {
    both[0] = both[1] = 0;
    if (end - at < 16 || PY_BIG_ENDIAN)
        memcpy(both, at, size);
    else { /* two loads, and what is behind the word goes */
        memcpy(both, at, 16);
        both[0] &= size < 8 ? ((uint64_t)1 << 8 * size) - 1 : ~(uint64_t)0;
        both[1] &= size < 8 ? 0 : size < 16 ? ((uint64_t)1 << 8 * (size - 8)) - 1 : ~(uint64_t)0;
    }
}

static PyObject *worked_out(Text at, Py_ssize_t size, PyObject *plain) {
    PyObject *word = PyUnicode_DecodeASCII((const char *)at, size, NULL), *found = word ? PyObject_CallOneArg(plain, word) : NULL;
    Py_XDECREF(word);
    return found;
}

/* A word of a text: where it begins and ends, and where it is kept if it is. */
typedef struct {
    Text at, after;
    uint64_t both[2], slot;
} Word;

static void find_slot(Word *word, Text end) {
    letters(word->at, word->after - word->at, end, word->both);
    word->slot = ((word->both[0] ^ word->both[1] * 0x9E3779B97F4A7C15u) * 0xD6E8FEB86659FD93u) >> 50;
}

static PyObject *plain_of(const Word *word, PyObject *plain) {
    Py_ssize_t size = word->after - word->at;
    uint64_t slot = word->slot;
    if (size > 16 || !is_first(&kept_of, plain))
        return worked_out(word->at, size, plain);
    if (kept[slot].plain && kept[slot].first == word->both[0] && kept[slot].second == word->both[1])
        return Py_NewRef(kept[slot].plain);
    PyObject *found = worked_out(word->at, size, plain);
    if (found) {
        kept[slot].first = word->both[0];
        kept[slot].second = word->both[1];
        Py_XSETREF(kept[slot].plain, Py_NewRef(found));
    }
    return found;
}

static int append(PyObject *list, PyObject *made) {
    int failed = !made || PyList_Append(list, made);
    Py_XDECREF(made);
    return failed;
}

static PyObject *offsets(Py_ssize_t start, Py_ssize_t end) {
    PyObject *pair = PyTuple_New(2), *a = PyLong_FromSsize_t(start), *b = PyLong_FromSsize_t(end);
    if (!pair || !a || !b) {
        Py_XDECREF(pair), Py_XDECREF(a), Py_XDECREF(b);
        return NULL;
    }
    PyTuple_SET_ITEM(pair, 0, a);
    PyTuple_SET_ITEM(pair, 1, b);
    return pair;
}

static int is_ascii(PyObject *text) {
    if (PyUnicode_Check(text) && PyUnicode_IS_ASCII(text))
        return 1;
    PyErr_SetString(PyExc_TypeError, "folded ASCII text is wanted");
    return 0;
}

/* The next word from *at on; what is left of the text behind it. 0: there is none. */
static int next_word(Text *at, Text end, Word *found) {
    for (; *at < end; ++*at) {
        if (!class_of[**at] && **at != '$' && **at != '%' && **at != '&')
            continue;
        if ((found->after = word(*at, end))) {
            found->at = *at;
            *at = found->after;
            return 1;
        }
    }
    return 0;
}

#define AHEAD 24 /* words whose keeping places are fetched at once: most of the time went in waiting for each */

#ifdef __GNUC__
#define FETCH(at) __builtin_prefetch(at)
#else
#define FETCH(at) ((void)0)
#endif

/* Words of text[start:end], which lies within it, and their offsets if these are wanted. */
static int take(Text text, Py_ssize_t start, Py_ssize_t stop, PyObject *plain, PyObject *words, PyObject *spans) {
    Text end = text + stop, at = text + start;
    Word next[AHEAD];
    for (int size = AHEAD; size == AHEAD;) {
        for (size = 0; size < AHEAD && next_word(&at, end, next + size); size++) {
            if (next[size].after - next[size].at > 16)
                continue;
            find_slot(next + size, end);
            FETCH(kept + next[size].slot);
        }
        for (int n = 0; n < size; n++)
            if (next[n].after - next[n].at <= 16)
                FETCH(kept[next[n].slot].plain);
        for (int n = 0; n < size; n++) {
            if (append(words, plain_of(next + n, plain)))
                return -1;
            if (spans && append(spans, offsets(next[n].at - text, next[n].after - text)))
                return -1;
        }
    }
    return 0;
}

static int part(PyObject *const *args, Py_ssize_t count, PyObject *words, PyObject *spans) {
    if (count != 4) {
        PyErr_SetString(PyExc_TypeError, "(folded, start, end, plain)");
        return -1;
    }
    if (!is_ascii(args[0]))
        return -1;
    Py_ssize_t start = PyLong_AsSsize_t(args[1]), stop = PyLong_AsSsize_t(args[2]), size = PyUnicode_GET_LENGTH(args[0]);
    if (PyErr_Occurred())
        return -1;
    start = start < 0 ? 0 : start < size ? start : size;
    stop = stop < start ? start : stop < size ? stop : size;
    return take(PyUnicode_DATA(args[0]), start, stop, args[3], words, spans);
}

static PyObject *words(PyObject *self, PyObject *const *args, Py_ssize_t count) {
    PyObject *found = PyList_New(0);
    if (found && part(args, count, found, NULL))
        Py_CLEAR(found);
    return found;
}

static PyObject *both(PyObject *one, PyObject *other, int failed) {
    PyObject *made = one && other && !failed ? PyTuple_Pack(2, one, other) : NULL;
    Py_XDECREF(one);
    Py_XDECREF(other);
    return made;
}

static PyObject *tokens(PyObject *self, PyObject *const *args, Py_ssize_t count) {
    PyObject *found = PyList_New(0), *spans = PyList_New(0);
    return both(found, spans, !found || !spans || part(args, count, found, spans));
}

/* -- sentences: the pattern _BEGINS of locate.py */

static Py_ssize_t blanks(int kind, const void *data, Py_ssize_t at, Py_ssize_t size) {
    while (at < size && Py_UNICODE_ISSPACE(PyUnicode_READ(kind, data, at)))
        at++;
    return at;
}

/* Where the sentence begins that a mark or a line's end at `at` ends the one before; 0 where none does. */
static Py_ssize_t begins(int kind, const void *data, Py_ssize_t at, Py_ssize_t size) {
    Py_UCS4 c = PyUnicode_READ(kind, data, at);
    if (c == '\n')
        return blanks(kind, data, at + 1, size);
    if (c != '.' && c != '!' && c != '?')
        return 0;
    while (++at < size && ((c = PyUnicode_READ(kind, data, at)) == '"' || c == 0x201D || c == 0x2019 || c == ')'))
        ;
    Py_ssize_t after = blanks(kind, data, at, size);
    if (after == at || after == size)
        return 0;
    c = PyUnicode_READ(kind, data, after);
    return c - 'A' < 26 || c == '"' || c == 0x201C || c == 0x2018 || c == '(' ? after : 0;
}

static int sentence(PyObject *ends, PyObject *words) {
    return append(ends, PyLong_FromSsize_t(PyList_GET_SIZE(words)));
}

static int parted(PyObject *text, PyObject *folded, PyObject *plain, PyObject *words, PyObject *ends) {
    Py_ssize_t size = PyUnicode_GET_LENGTH(text), low = 0, after;
    int kind = PyUnicode_KIND(text);
    const void *data = PyUnicode_DATA(text);
    for (Py_ssize_t at = 0; at < size; at = after) {
        if (!(after = begins(kind, data, at, size))) {
            after = at + 1;
            continue;
        }
        if (take(PyUnicode_DATA(folded), low, after, plain, words, NULL) || sentence(ends, words))
            return -1;
        low = after;
    }
    return take(PyUnicode_DATA(folded), low, size, plain, words, NULL);
}

static PyObject *sentences(PyObject *self, PyObject *const *args, Py_ssize_t count) {
    if (count != 3 || !PyUnicode_Check(args[0]) || !is_ascii(args[1]) ||
        PyUnicode_GET_LENGTH(args[0]) != PyUnicode_GET_LENGTH(args[1]))
        return PyErr_Format(PyExc_TypeError, "sentences(text, folded, plain)");
    PyObject *found = PyList_New(0), *ends = PyList_New(0);
    return both(found, ends, !found || !ends || parted(args[0], args[1], args[2], found, ends));
}

static PyMethodDef methods[] = {
    {"fold", (PyCFunction)(void (*)(void))fold, METH_FASTCALL, NULL},
    {"words", (PyCFunction)(void (*)(void))words, METH_FASTCALL, NULL},
    {"sentences", (PyCFunction)(void (*)(void))sentences, METH_FASTCALL, NULL},
    {"tokens", (PyCFunction)(void (*)(void))tokens, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, .m_name = "_folding", .m_size = -1, .m_methods = methods};

PyMODINIT_FUNC PyInit__folding(void) {
    classify();
    PyObject *made = PyModule_Create(&module);
    if (made && PyModule_AddIntConstant(made, "source", ONRECORD_SOURCE))
        Py_CLEAR(made);
    return made;
}
