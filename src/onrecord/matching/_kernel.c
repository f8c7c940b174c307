/* The inner loops of onrecord/matching, compiled: the same answers, and where this is not there, the Python is used.

   look, votes   search.py   word pairs -> where their postings lie; these -> the windows of text that hold most of them
   pairs, distinct  grams.py, passage.py  a text -> the numbers of its word pairs; each once
   neighbours    passage.py  a text and its words -> those pairs of them that one character parts
   weighed, verified  checksum.py  a part of a page -> its part of the page's sum; pages -> the first that is not sound
   keys, posted  segment.py  a segment's text -> a number for each of its word pairs; these, sorted -> what a segment keeps
   held, reach   within.py, match.py  how many pairs of words stand in a text; from where to where
   hits, standing  within.py  windows of text -> how many pairs of words stand in each; where some bytes do
   chain         align.py    two lists of words -> the best chain of runs of equal words
   common        align.py    the longest common subsequence of two short lists

   Numbers of an index are taken to be anything: what points beyond the file is an error, whatever it is. Lists are read from copies:
   comparing what is in them may run Python, which could change them. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifndef ONRECORD_SOURCE
#define ONRECORD_SOURCE 0 /* of hatch_build.py: which state of this file was compiled; text/compiled.py compares */
#endif

#define METHOD(name) {#name, (PyCFunction)(void (*)(void))name, METH_FASTCALL, NULL}

static PyObject *misused(const char *how) {
    if (!PyErr_Occurred())
        PyErr_SetString(PyExc_TypeError, how);
    return NULL;
}

/* Numbers of a sequence -> an array to be freed, NULL with an exception. */
static int64_t *numbers(PyObject *of, Py_ssize_t *size) {
    PyObject *held = PySequence_Tuple(of);
    if (!held)
        return NULL;
    *size = PyTuple_GET_SIZE(held);
    int64_t *out = PyMem_New(int64_t, *size + 1);
    if (!out)
        PyErr_NoMemory();
    for (Py_ssize_t n = 0; out && n < *size; n++) {
        out[n] = PyLong_AsLongLong(PyTuple_GET_ITEM(held, n));
        if (out[n] == -1 && PyErr_Occurred())
            PyMem_Free(out), out = NULL;
    }
    Py_DECREF(held);
    return out;
}

static int aligned(const Py_buffer *of) {
    return !((uintptr_t)of->buf & 7);
}

/* -- weighed, verified */

#define PAGE 16384 /* bytes under one checksum */

static uint64_t weights[PAGE / 4];

static void make_weights(void) { /* as checksum.py has them */
    uint64_t at = 0;
    for (int n = 0; n < PAGE / 4; n++) {
        uint64_t out = at += 0x9E3779B97F4A7C15u;
        out = (out ^ out >> 30) * 0xBF58476D1CE4E5B9u;
        out = (out ^ out >> 27) * 0x94D049BB133111EBu;
        weights[n] = out ^ out >> 31;
    }
}

static uint64_t sum_of(const char *from, Py_ssize_t size, const uint64_t *weight) {
    uint64_t sum = 0;
    for (; size >= 4; size -= 4, from += 4) {
        uint32_t four;
        memcpy(&four, from, 4);
        sum += *weight++ * four;
    }
    return sum;
}

/* weighed(data, start, stop, at) -> of these bytes, which lie `at` of a page, the part of its sum. */
static PyObject *weighed(PyObject *self, PyObject *const *args, Py_ssize_t given) {
    Py_buffer data;
    if (given != 4 || PyObject_GetBuffer(args[0], &data, PyBUF_SIMPLE))
        return misused("weighed(data, start, stop, at)");
    Py_ssize_t start = PyLong_AsSsize_t(args[1]), stop = PyLong_AsSsize_t(args[2]), at = PyLong_AsSsize_t(args[3]);
    int fits = !PyErr_Occurred() && 0 <= start && start <= stop && stop <= data.len && stop - start <= PAGE;
    fits = fits && 0 <= at && at <= PAGE - (stop - start) && !(at & 3) && !(stop - start & 3);
    uint64_t sum = fits ? sum_of((const char *)data.buf + start, stop - start, weights + at / 4) : 0;
    PyBuffer_Release(&data);
    return fits ? PyLong_FromUnsignedLongLong(sum) : misused("weighed(data, start, stop, at)");
}

/* The pages of a file: where each begins and ends, its checksum, and whether it is yet to be compared. */
typedef struct {
    Py_buffer data, starts, stops, sums, unread;
} Pages;

enum { PARTS = 5, SOUND = -1 };

static int pages_of(PyObject *const *args, Pages *p) { /* -> how many of the parts are held */
    Py_buffer *parts[PARTS] = {&p->data, &p->starts, &p->stops, &p->sums, &p->unread};
    int held = 0;
    while (held < PARTS && !PyObject_GetBuffer(args[held], parts[held], held < PARTS - 1 ? PyBUF_SIMPLE : PyBUF_WRITABLE))
        held++;
    Py_ssize_t size = held == PARTS ? p->unread.len : 0;
    int whole = held == PARTS && p->starts.len / 8 == size && p->stops.len / 8 == size && p->sums.len / 4 == size;
    if (whole && aligned(&p->starts) && aligned(&p->stops) && aligned(&p->sums))
        return held;
    while (held)
        PyBuffer_Release(parts[--held]);
    return 0;
}

static void let_go(Pages *p) {
    Py_buffer *parts[PARTS] = {&p->data, &p->starts, &p->stops, &p->sums, &p->unread};
    for (int n = 0; n < PARTS; n++)
        PyBuffer_Release(parts[n]);
}

/* The first page from low up to high, which are pages, that is not what its checksum says; SOUND: none. */
static int64_t unsound(const Pages *p, int64_t low, int64_t high) {
    char *unread = p->unread.buf;
    for (int64_t n = low; n < high; n++) {
        if (!unread[n])
            continue;
        int64_t start = ((int64_t *)p->starts.buf)[n], stop = ((int64_t *)p->stops.buf)[n];
        if (start < 0 || stop < start || stop > p->data.len || stop - start > PAGE)
            return n;
        if (sum_of((const char *)p->data.buf + start, stop - start, weights) >> 32 != ((uint32_t *)p->sums.buf)[n])
            return n;
        unread[n] = 0;
    }
    return SOUND;
}

/* verified(data, starts, stops, sums, unread, low, high) -> the first of these pages that is not what its checksum says, or -1. */
static PyObject *verified(PyObject *self, PyObject *const *args, Py_ssize_t given) {
    Pages p;
    if (given != PARTS + 2 || !pages_of(args, &p))
        return misused("verified(data, starts, stops, sums, unread, low, high)");
    Py_ssize_t low = PyLong_AsSsize_t(args[PARTS]), high = PyLong_AsSsize_t(args[PARTS + 1]);
    int fits = !PyErr_Occurred() && 0 <= low && low <= high && high <= p.unread.len;
    int64_t found = fits ? unsound(&p, low, high) : SOUND;
    let_go(&p);
    return fits ? PyLong_FromLongLong(found) : misused("verified(data, starts, stops, sums, unread, low, high)");
}

/* -- look, votes */

/* An index as search.py lays it out: a row of six numbers for each segment. */
typedef struct {
    int64_t table, posts, bits, at, page, first; /* first stretch; table in words of 4 bytes, posts of 2 */
} Segment;

#define FAR ((int64_t)1 << 48) /* beyond any file: sums of a few such numbers hold */

static int sane(const Py_buffer *segments) {
    const Segment *s = segments->buf, *end = s + segments->len / (Py_ssize_t)sizeof *s;
    int64_t all = 0;
    for (; aligned(segments) && s < end; s++)
        all |= s->table | s->posts | s->bits | s->at | s->page | s->first;
    return aligned(segments) && 0 <= all && all < FAR;
}

/* look(data, segments, pairs, low, count): fills low and count, a row for each segment, with where the postings lie
   -> how many there are of each pair. */
static PyObject *look(PyObject *self, PyObject *const *args, Py_ssize_t given) {
    Py_buffer data, segments, pairs, low, count;
    if (given != 5 || PyObject_GetBuffer(args[0], &data, PyBUF_SIMPLE))
        return misused("look(data, segments, pairs, low, count)");
    int held = 0, whole = 1;
    PyObject *totals = NULL;
    Py_buffer *others[] = {&segments, &pairs, &low, &count};
    while (held < 4 && !PyObject_GetBuffer(args[held + 1], others[held], held < 2 ? PyBUF_SIMPLE : PyBUF_WRITABLE))
        held++;
    if (held == 4) {
        const uint32_t *words = data.buf;
        const uint64_t *wanted = pairs.buf;
        Py_ssize_t columns = pairs.len / 8, rows = segments.len / (Py_ssize_t)sizeof(Segment);
        whole = low.len == rows * columns * 8 && count.len == low.len && sane(&segments) && aligned(&data) && aligned(&pairs);
        whole = whole && aligned(&low) && aligned(&count);
        uint64_t beyond = data.len < 8 ? 0 : data.len / 4 - 1; /* each is read with its neighbour */
        for (Py_ssize_t r = 0; whole && r < rows; r++) {
            const Segment *s = (const Segment *)segments.buf + r;
            for (Py_ssize_t c = 0; c < columns; c++) {
                uint64_t bucket = s->bits < 64 ? wanted[c] >> s->bits : 0, at = s->table + bucket;
                if (bucket >= beyond || at >= beyond) {
                    whole = 0;
                    break;
                }
                ((int64_t *)low.buf)[r * columns + c] = s->posts + words[at];
                ((int64_t *)count.buf)[r * columns + c] = (int64_t)words[at + 1] - words[at];
            }
        }
        totals = whole ? PyList_New(columns) : NULL;
        for (Py_ssize_t c = 0; totals && c < columns; c++) {
            int64_t total = 0;
            for (Py_ssize_t r = 0; r < rows; r++)
                total += ((int64_t *)count.buf)[r * columns + c];
            PyObject *made = PyLong_FromLongLong(total);
            if (made)
                PyList_SET_ITEM(totals, c, made);
            else
                Py_CLEAR(totals);
        }
    }
    for (int n = 0; n < held; n++)
        PyBuffer_Release(others[n]);
    PyBuffer_Release(&data);
    if (!whole)
        PyErr_SetString(PyExc_IndexError, "the index points beyond its end");
    return totals;
}

typedef struct {
    int64_t key, score; /* key: a stretch of the whole index; score: of what it holds, then of the window it begins */
    int64_t last;       /* stretch of that window that holds something */
} Stretch;

#define HEAVY (1 << 28) /* beyond any weight, so that scores add up within 64 bits */
#define FEW 48          /* postings that are sorted one by one */

#ifdef __GNUC__
#define FETCH(at) __builtin_prefetch(at) /* what is read soon */
#else
#define FETCH(at) ((void)0)
#endif

/* Postings (stretch << 16 | pair) in rising order of the stretch: by its two bytes, the lower first. */
static void sort(uint32_t *keys, uint32_t *spare, Py_ssize_t size) {
    if (size < FEW) {
        for (Py_ssize_t n = 1, at; n < size; n++) {
            uint32_t key = keys[n];
            for (at = n; at && keys[at - 1] > key; at--)
                keys[at] = keys[at - 1];
            keys[at] = key;
        }
        return;
    }
    for (int shift = 16; shift < 32; shift += 8) {
        uint32_t place[257] = {0};
        for (Py_ssize_t n = 0; n < size; n++)
            place[(keys[n] >> shift & 255) + 1]++;
        for (int n = 0; n < 256; n++)
            place[n + 1] += place[n];
        for (Py_ssize_t n = 0; n < size; n++)
            spare[place[keys[n] >> shift & 255]++] = keys[n];
        uint32_t *swapped = keys;
        keys = spare;
        spare = swapped;
    }
}

/* Of a segment's stretches: the score of the window of `reach` stretches more that each begins. */
static void windows(Stretch *of, Py_ssize_t size, int64_t reach, int64_t whole) {
    int64_t sum = 0;
    for (Py_ssize_t n = 0, stop = 0; n < size; n++) {
        for (; stop < size && of[stop].key <= of[n].key + reach; stop++)
            sum += of[stop].score;
        int64_t own = of[n].score;
        of[n].score = sum < whole ? sum : whole; /* a pair that stands there twice is worth no more */
        of[n].last = of[stop - 1].key;
        sum -= own;
    }
}

static int higher(const void *a, const void *b) {
    const Stretch *one = a, *other = b;
    if (one->score != other->score)
        return one->score < other->score ? 1 : -1;
    return (one->key > other->key) - (one->key < other->key);
}

static int earlier(const void *a, const void *b) {
    const Stretch *one = a, *other = b;
    return (one->key > other->key) - (one->key < other->key);
}

/* Peaks as `_apart` of search.py joins them; in place, how many. */
static Py_ssize_t apart(Stretch *found, Py_ssize_t size, int64_t widest) {
    Py_ssize_t peaks = 0;
    int64_t best = 0, start = 0, until = -1, limit = -1;
    for (Py_ssize_t n = 0; n < size; n++) {
        int64_t first = found[n].key, last = found[n].last, value = found[n].score;
        if (first <= until && first <= limit) {
            if (4 * value > 5 * best)
                best = value, start = first, until = last;
            else if (5 * value > 4 * best)
                best = value > best ? value : best, until = last;
            found[peaks - 1] = (Stretch){start, best, until};
            continue;
        }
        best = value, start = first, until = last, limit = first + widest;
        found[peaks++] = found[n];
    }
    return peaks;
}

/* Those with half of the best one's score, and so many at most: of equals the first; in order. */
static Py_ssize_t best_of(Stretch *found, Py_ssize_t size, Py_ssize_t most) {
    Py_ssize_t kept = 0;
    int64_t best = 0;
    for (Py_ssize_t n = 0; n < size; n++)
        best = found[n].score > best ? found[n].score : best;
    for (Py_ssize_t n = 0; n < size; n++) { /* found[:kept]: the best up to here, best first */
        Stretch next = found[n];
        if (2 * next.score < best || (kept == most && next.score <= found[kept - 1].score))
            continue;
        Py_ssize_t at = kept < most ? kept++ : kept - 1;
        for (; at && found[at - 1].score < next.score; at--)
            found[at] = found[at - 1];
        found[at] = next;
    }
    qsort(found, kept, sizeof *found, earlier);
    return kept;
}

/* As bytes: most are never asked for, and making numbers of all took as long as finding them. */
static PyObject *peaks(Stretch *found, Py_ssize_t size, int64_t most, int64_t widest) {
    Py_ssize_t kept = apart(found, best_of(found, size, most + 8), widest); /* some overlap and will be joined */
    qsort(found, kept, sizeof *found, higher);
    return PyBytes_FromStringAndSize((const char *)found, (kept < most ? kept : most) * (Py_ssize_t)sizeof *found);
}

typedef struct {
    Pages pages;
    Py_buffer segments, low, count;
    int64_t *chosen, *weights, bits, reach, whole, most, widest;
    Py_ssize_t pairs, columns, rows;
} Vote;

/* How many postings there are, in pages that are sound; bad: one that is not. -1: an error. */
static Py_ssize_t all(const Vote *v, int64_t *bad) {
    Py_ssize_t total = 0;
    for (Py_ssize_t r = 0; r < v->rows; r++) {
        const Segment *s = (const Segment *)v->segments.buf + r;
        for (Py_ssize_t p = 0; p < v->pairs; p++) {
            int64_t low = ((int64_t *)v->low.buf)[r * v->columns + v->chosen[p]];
            int64_t count = ((int64_t *)v->count.buf)[r * v->columns + v->chosen[p]];
            if (count < 0 || low < 0 || low > v->pages.data.len / 2 || count > v->pages.data.len / 2 - low)
                goto beyond;
            if (!count)
                continue;
            int64_t page = s->page + ((low * 2 - s->at) >> v->bits), end = s->page + (((low + count) * 2 - 1 - s->at) >> v->bits);
            if (page < 0 || end >= v->pages.unread.len)
                goto beyond;
            FETCH((uint16_t *)v->pages.data.buf + low);
            if (memchr((char *)v->pages.unread.buf + page, 1, end - page + 1) && (*bad = unsound(&v->pages, page, end + 1)) != SOUND)
                return 0;
            total += count;
            if (total > PY_SSIZE_T_MAX / 64)
                goto beyond;
        }
    }
    return total;
beyond:
    PyErr_SetString(PyExc_IndexError, "the index points beyond its end");
    return -1;
}

/* Every stretch once, with the weight of all that is in it, and the score of its window; -> how many. */
static Py_ssize_t gather(const Vote *v, uint32_t *keys, Py_ssize_t total, Stretch *out) {
    Py_ssize_t filled = 0;
    const uint16_t *posts = v->pages.data.buf;
    for (Py_ssize_t r = 0; r < v->rows; r++) {
        Py_ssize_t size = 0, begin = filled;
        for (Py_ssize_t p = 0; p < v->pairs; p++) {
            int64_t low = ((int64_t *)v->low.buf)[r * v->columns + v->chosen[p]];
            int64_t count = ((int64_t *)v->count.buf)[r * v->columns + v->chosen[p]];
            for (int64_t n = 0; n < count; n++)
                keys[size++] = (uint32_t)posts[low + n] << 16 | (uint32_t)p;
        }
        sort(keys, keys + total, size);
        int64_t first = ((const Segment *)v->segments.buf)[r].first;
        for (Py_ssize_t n = 0; n < size; n++) {
            int64_t key = first + (keys[n] >> 16), weight = v->weights[keys[n] & 0xFFFF];
            if (filled > begin && out[filled - 1].key == key)
                out[filled - 1].score += weight;
            else
                out[filled++] = (Stretch){key, weight, key};
        }
        windows(out + begin, filled - begin, v->reach, v->whole);
    }
    return filled;
}

static PyObject *counted(const Vote *v) {
    int64_t bad = SOUND;
    Py_ssize_t total = all(v, &bad);
    if (total < 0)
        return NULL;
    if (bad != SOUND)
        return PyLong_FromLongLong(bad);
    uint32_t *keys = PyMem_New(uint32_t, 2 * total + 1);
    Stretch *found = PyMem_New(Stretch, total + 1);
    PyObject *best = keys && found ? peaks(found, gather(v, keys, total, found), v->most, v->widest) : PyErr_NoMemory();
    PyMem_Free(keys);
    PyMem_Free(found);
    return best;
}

/* votes(data, starts, stops, sums, unread, segments, low, count, page_bits, chosen, weights, reach, whole, most, widest) -> peaks
   (first stretch, score, last stretch: 8 bytes each), best first; where a page of postings is not sound, its number. */
static PyObject *votes(PyObject *self, PyObject *const *args, Py_ssize_t given) {
    Vote v = {.chosen = NULL};
    Py_buffer *views[] = {&v.segments, &v.low, &v.count};
    int held = 0;
    PyObject *out = NULL;
    if (given != PARTS + 10 || !pages_of(args, &v.pages))
        return misused("votes of an index");
    args += PARTS;
    while (held < 3 && !PyObject_GetBuffer(args[held], views[held], PyBUF_SIMPLE))
        held++;
    if (held < 3 || !(v.chosen = numbers(args[4], &v.pairs)) || !(v.weights = numbers(args[5], &v.columns)))
        goto done;
    v.rows = v.segments.len / (Py_ssize_t)sizeof(Segment);
    int fits = v.columns == v.pairs && v.pairs < 1 << 16 && v.rows && v.low.len == v.count.len && sane(&v.segments);
    fits = fits && aligned(&v.pages.data) && aligned(&v.low) && aligned(&v.count);
    v.columns = v.rows ? v.low.len / 8 / v.rows : 0;
    for (Py_ssize_t p = 0; p < v.pairs; p++)
        fits = fits && v.chosen[p] >= 0 && v.chosen[p] < v.columns && v.weights[p] >= 0 && v.weights[p] < HEAVY;
    int64_t *rest[] = {&v.reach, &v.whole, &v.most, &v.widest};
    for (int n = 0; n < 4; n++) {
        *rest[n] = PyLong_AsLongLong(args[6 + n]);
        fits = fits && 0 <= *rest[n] && *rest[n] < FAR;
    }
    v.bits = PyLong_AsLongLong(args[3]) & 31;
    if (fits && !PyErr_Occurred())
        out = counted(&v);
done:
    PyMem_Free(v.chosen);
    PyMem_Free(v.weights);
    while (held)
        PyBuffer_Release(views[--held]);
    let_go(&v.pages);
    return out || PyErr_Occurred() ? out : misused("votes of an index");
}

/* -- held, reach */

#define SEEN (1 << 13) /* about four times the letters of a window */

static unsigned int four(const char *at) {
    uint32_t bytes;
    memcpy(&bytes, at, 4);
    return bytes * 2654435761u >> 19;
}

#define LATEST 0xFFFF

/* A text, and where in it four letters (or others of the same number) stand first, counted from 1, or LATEST if later: what has
   other letters stands nowhere, and what has these no earlier. text: NULL where the letters are not of a str. */
typedef struct {
    PyObject *text;
    const char *letters;
    Py_ssize_t size;
    int narrow;
    uint16_t first[SEEN];
} Searched;

static void look_through(Searched *s) {
    memset(s->first, 0, sizeof s->first);
    for (Py_ssize_t n = s->size - 4; n >= 0; n--)
        s->first[four(s->letters + n)] = n < LATEST ? n + 1 : LATEST;
}

static void search_in(Searched *s, PyObject *text) {
    s->text = text;
    s->narrow = PyUnicode_IS_ASCII(text);
    s->letters = PyUnicode_DATA(text);
    s->size = PyUnicode_GET_LENGTH(text);
    if (s->narrow)
        look_through(s);
}

/* Where words stand first, -1 where they do not, -2: an error. */
static Py_ssize_t find(const Searched *s, PyObject *words) {
    Py_ssize_t size = s->size, length = PyUnicode_Check(words) ? PyUnicode_GET_LENGTH(words) : 0;
    int plain = length && PyUnicode_IS_ASCII(words);
    if (s->text && (!s->narrow || !plain))
        return PyUnicode_Find(s->text, words, 0, size, 1);
    if (!plain) {
        if (!PyUnicode_Check(words))
            return misused("words are no str"), -2;
        return length ? -1 : 0;
    }
    const char *text = s->letters, *wanted = PyUnicode_DATA(words);
    Py_ssize_t low = 0;
    for (Py_ssize_t k = 0; k + 4 <= length; k++) {
        Py_ssize_t first = s->first[four(wanted + k)];
        if (!first)
            return -1;
        low = first - 1 - k > low ? first - 1 - k : low;
    }
    for (const char *at = text + low, *end = length <= size ? text + (size - length) : NULL; end && at <= end; at++) {
        at = memchr(at, *wanted, end - at + 1);
        if (!at)
            break;
        if (!memcmp(at, wanted, length))
            return at - text;
    }
    return -1;
}

/* held(pairs, folded) -> how many of the pairs stand in the text. */
static PyObject *held(PyObject *self, PyObject *const *args, Py_ssize_t given) {
    if (given != 2 || !PyList_Check(args[0]) || !PyUnicode_Check(args[1]))
        return misused("held(pairs, folded)");
    Searched in;
    long found = 0;
    search_in(&in, args[1]);
    for (Py_ssize_t n = 0; n < PyList_GET_SIZE(args[0]); n++) {
        Py_ssize_t at = find(&in, PyList_GET_ITEM(args[0], n));
        if (at == -2)
            return NULL;
        found += at >= 0;
    }
    return PyLong_FromLong(found);
}

/* reach(probes, folded) -> of the pairs (offset, words), where the passage would begin by the first place of each: the
   least and the most; None where none stands there. */
static PyObject *reach(PyObject *self, PyObject *const *args, Py_ssize_t given) {
    if (given != 2 || !PyList_Check(args[0]) || !PyUnicode_Check(args[1]))
        return misused("reach(probes, folded)");
    Searched in;
    Py_ssize_t low = PY_SSIZE_T_MAX, high = PY_SSIZE_T_MIN;
    search_in(&in, args[1]);
    for (Py_ssize_t n = 0; n < PyList_GET_SIZE(args[0]); n++) {
        PyObject *probe = PyList_GET_ITEM(args[0], n);
        if (!PyTuple_Check(probe) || PyTuple_GET_SIZE(probe) != 2)
            return misused("reach(probes, folded)");
        Py_ssize_t offset = PyLong_AsSsize_t(PyTuple_GET_ITEM(probe, 0)), at, start;
        if (PyErr_Occurred() || (at = find(&in, PyTuple_GET_ITEM(probe, 1))) == -2)
            return NULL;
        if (at >= 0) {
            start = (Py_ssize_t)((size_t)at - (size_t)offset);
            low = start < low ? start : low;
            high = start > high ? start : high;
        }
    }
    if (low == PY_SSIZE_T_MAX)
        Py_RETURN_NONE;
    return Py_BuildValue("nn", low, high);
}

/* -- pairs */

#define FIRST 0x9E3779B97F4A7C15u
#define SECOND 0xC2B2AE3D27D4EB4Fu
#define LEFT 0xD6E8FEB86659FD93u
#define PAIR 0xFF51AFD7ED558CCDu
#define CASE 0x2020202020202020u

static uint64_t eight(const unsigned char *at, Py_ssize_t size) { /* the first bytes as a number, in lower case */
    uint64_t out = 0;
    for (Py_ssize_t n = 0; n < size && n < 8; n++)
        out |= (uint64_t)(at[n] | 0x20) << 8 * n;
    return out;
}

static uint64_t token(const unsigned char *at, Py_ssize_t size) {
    uint64_t out = eight(at, size) * FIRST;
    if (size > 8)
        out += eight(at + 8, size - 8) * SECOND;
    return out ^ out >> 29;
}

static int of_word(unsigned char c) {
    return (c >= '0' && c <= '9') || (unsigned char)((c | 0x20) - 'a') < 26;
}

/* The numbers of neighbouring words in text[at:end], as grams.py has them -> how many. `out` has room for one for every
   two letters. */
static Py_ssize_t pairs_in(const unsigned char *text, Py_ssize_t at, Py_ssize_t end, uint64_t *out) {
    uint64_t before = 0;
    Py_ssize_t filled = 0;
    for (Py_ssize_t words = 0; at < end; words++) {
        Py_ssize_t start;
        while (at < end && !of_word(text[at]))
            at++;
        for (start = at; at < end && of_word(text[at]);)
            at++;
        if (at == start)
            break;
        uint64_t now = token(text + start, at - start), mixed = (before * LEFT + now) * PAIR;
        before = now;
        if (words)
            out[filled++] = mixed ^ (mixed >> 32) * FIRST;
    }
    return filled;
}

/* pairs(text, start, end) -> the numbers of neighbouring words; of ASCII text. */
static PyObject *pairs(PyObject *self, PyObject *const *args, Py_ssize_t given) {
    if (given != 3 || !PyUnicode_Check(args[0]) || !PyUnicode_IS_ASCII(args[0]))
        return misused("pairs(text, start, end)");
    Py_ssize_t at = PyLong_AsSsize_t(args[1]), end = PyLong_AsSsize_t(args[2]), size = PyUnicode_GET_LENGTH(args[0]);
    if (PyErr_Occurred() || at < 0)
        return misused("pairs(text, start, end)");
    end = end < size ? end : size;
    uint64_t *found = PyMem_New(uint64_t, at < end ? (end - at) / 2 + 1 : 1);
    if (!found)
        return PyErr_NoMemory();
    Py_ssize_t filled = pairs_in(PyUnicode_DATA(args[0]), at, end, found);
    PyObject *out = PyList_New(filled);
    for (Py_ssize_t n = 0; out && n < filled; n++) {
        PyObject *number = PyLong_FromUnsignedLongLong(found[n]);
        if (number)
            PyList_SET_ITEM(out, n, number);
        else
            Py_CLEAR(out);
    }
    PyMem_Free(found);
    return out;
}

static int smaller(const void *a, const void *b) {
    uint64_t one = *(const uint64_t *)a, other = *(const uint64_t *)b;
    return (one > other) - (one < other);
}

/* distinct(text, stretches) -> the numbers of neighbouring words within stretches (start, end) of ASCII text, each once,
   rising: 8 bytes each. */
static PyObject *distinct(PyObject *self, PyObject *const *args, Py_ssize_t given) {
    if (given != 2 || !PyUnicode_Check(args[0]) || !PyUnicode_IS_ASCII(args[0]) || !PyList_Check(args[1]))
        return misused("distinct(text, stretches)");
    Py_ssize_t size = PyUnicode_GET_LENGTH(args[0]), filled = 0, kept = 0, last = 0;
    uint64_t *found = PyMem_New(uint64_t, size / 2 + 1); /* the stretches follow one another */
    if (!found)
        return PyErr_NoMemory();
    for (Py_ssize_t n = 0; n < PyList_GET_SIZE(args[1]); n++) {
        Py_ssize_t start = -1, end = -1;
        PyObject *stretch = PyList_GET_ITEM(args[1], n);
        if (PyTuple_Check(stretch) && PyTuple_GET_SIZE(stretch) == 2) {
            start = PyLong_AsSsize_t(PyTuple_GET_ITEM(stretch, 0));
            end = PyLong_AsSsize_t(PyTuple_GET_ITEM(stretch, 1));
        }
        if (PyErr_Occurred() || start < last || end < start || end > size) {
            PyMem_Free(found);
            return misused("distinct(text, stretches)");
        }
        filled += pairs_in(PyUnicode_DATA(args[0]), start, end, found + filled);
        last = end;
    }
    qsort(found, filled, sizeof *found, smaller);
    for (Py_ssize_t n = 0; n < filled; n++)
        if (!n || found[n] != found[n - 1])
            found[kept++] = found[n];
    PyObject *out = PyBytes_FromStringAndSize((const char *)found, kept * (Py_ssize_t)sizeof *found);
    PyMem_Free(found);
    return out;
}

/* neighbours(folded, spans, bracketed) -> pairs of words that one character parts, none of them in brackets, and how far behind
   the first word each begins. */
static PyObject *neighbours(PyObject *self, PyObject *const *args, Py_ssize_t given) {
    if (given != 3 || !PyUnicode_Check(args[0]) || !PyTuple_Check(args[1]) || !PyAnySet_Check(args[2]))
        return misused("neighbours(folded, spans, bracketed)");
    PyObject *out = PyList_New(0);
    Py_ssize_t first = 0, low = 0, end = 0, brackets = PySet_GET_SIZE(args[2]);
    int held = 1; /* whether the word before is in brackets */
    for (Py_ssize_t n = 0; out && n < PyTuple_GET_SIZE(args[1]); n++) {
        PyObject *span = PyTuple_GET_ITEM(args[1], n), *number = brackets ? PyLong_FromSsize_t(n) : NULL;
        int is_held = !brackets ? 0 : number ? PySet_Contains(args[2], number) : -1;
        Py_XDECREF(number);
        int fits = is_held >= 0 && PyTuple_Check(span) && PyTuple_GET_SIZE(span) == 2;
        Py_ssize_t begin = fits ? PyLong_AsSsize_t(PyTuple_GET_ITEM(span, 0)) : -1;
        Py_ssize_t high = fits ? PyLong_AsSsize_t(PyTuple_GET_ITEM(span, 1)) : -1;
        if (PyErr_Occurred() || begin < end || high < begin || high > PyUnicode_GET_LENGTH(args[0])) {
            Py_DECREF(out);
            return misused("neighbours(folded, spans, bracketed)");
        }
        first = n ? first : begin;
        if (n && begin - end == 1 && !held && !is_held) {
            PyObject *words = PyUnicode_Substring(args[0], low, high);
            PyObject *pair = words ? Py_BuildValue("nN", low - first, words) : NULL;
            if (!pair || PyList_Append(out, pair))
                Py_CLEAR(out);
            Py_XDECREF(pair);
        }
        low = begin, end = high, held = is_held;
    }
    return out;
}

/* -- hits, standing */

/* Where the text of a segment lies: a row of six numbers for each, as within.py lays them out. Its first stretch and the bits of
   one; where the text begins and ends in the file; where the segment begins, and its first page. */
typedef struct {
    int64_t first, shift, low, high, at, page;
} Text;

/* Windows [begin, end) among peaks, and so many bytes around each. */
typedef struct {
    Pages pages;
    Py_buffer texts, peaks;
    int64_t bits, begin, end, slack;
} Windows;

enum { GIVEN = PARTS + 6 };

static void close_windows(Windows *w) {
    PyBuffer_Release(&w->peaks);
    PyBuffer_Release(&w->texts);
    let_go(&w->pages);
}

/* data, starts, stops, sums, unread, texts, page_bits, peaks, begin, end, slack: whether they are held. */
static int open_windows(PyObject *const *args, Windows *w) {
    int64_t *rest[] = {&w->begin, &w->end, &w->slack};
    int64_t whole = 0;
    if (!pages_of(args, &w->pages))
        return 0;
    int held = PyObject_GetBuffer(args[PARTS], &w->texts, PyBUF_SIMPLE) ? 0 : 1;
    held += held && !PyObject_GetBuffer(args[PARTS + 2], &w->peaks, PyBUF_SIMPLE);
    if (held == 2) {
        w->bits = PyLong_AsLongLong(args[PARTS + 1]) & 31;
        for (int n = 0; n < 3; n++)
            whole |= *rest[n] = PyLong_AsLongLong(args[PARTS + 3 + n]);
        if (!PyErr_Occurred() && !sane(&w->texts))
            PyErr_SetString(PyExc_IndexError, "the index points beyond its end");
        int fits = !PyErr_Occurred() && 0 <= whole && whole < FAR && w->begin <= w->end;
        fits = fits && w->texts.len >= (Py_ssize_t)sizeof(Text) && w->end <= w->peaks.len / (Py_ssize_t)sizeof(Stretch);
        if (fits)
            return 1;
    }
    if (held > 1)
        PyBuffer_Release(&w->peaks);
    if (held)
        PyBuffer_Release(&w->texts);
    let_go(&w->pages);
    return 0;
}

typedef struct {
    const char *bytes; /* NULL: a page is not sound, or an error */
    Py_ssize_t size;
    int64_t segment, low; /* of the segment's text */
} Around;

static int64_t between(int64_t low, int64_t of, int64_t high) {
    return of < low ? low : of < high ? of : high;
}

/* A window's bytes, as far as its segment has them; bad: a page of them that is not sound. */
static Around around(const Windows *w, int64_t n, int64_t *bad) {
    Stretch peak; /* bytes of a Python object lie as they will */
    memcpy(&peak, (const char *)w->peaks.buf + n * (Py_ssize_t)sizeof peak, sizeof peak);
    const Text *t = w->texts.buf;
    Around a = {NULL, 0, w->texts.len / (Py_ssize_t)sizeof *t - 1, 0};
    while (a.segment && t[a.segment].first > peak.key)
        a.segment--;
    t += a.segment;
    int64_t size = t->high - t->low, most = FAR >> (t->shift & 31);
    int64_t key = between(0, peak.key, FAR), last = between(0, peak.last, FAR);
    if (t->shift > 31 || size < 0 || t->high > w->pages.data.len)
        goto beyond;
    a.low = between(0, (between(0, key - t->first, most) << t->shift) - w->slack, size);
    a.size = between(a.low, (between(0, last - t->first + 1, most) << t->shift) + w->slack, size) - a.low;
    int64_t start = t->low + a.low, page = t->page + ((start - t->at) >> w->bits);
    int64_t end = t->page + ((start + a.size - 1 - t->at) >> w->bits);
    if (a.size && (page < 0 || end < page || end >= w->pages.unread.len))
        goto beyond;
    int unread = a.size && memchr((char *)w->pages.unread.buf + page, 1, end - page + 1);
    if (unread && (*bad = unsound(&w->pages, page, end + 1)) != SOUND)
        return a;
    a.bytes = (const char *)w->pages.data.buf + start;
    return a;
beyond:
    PyErr_SetString(PyExc_IndexError, "the index points beyond its end");
    return a;
}

/* The first place of some bytes, NULL where they are not. */
static const char *find_bytes(const char *text, Py_ssize_t size, const char *wanted, Py_ssize_t length) {
    const char *last = text + (size - length);
    if (length > size)
        return NULL;
    if (length < 4) {
        for (; text <= last && (text = memchr(text, *wanted, last - text + 1)); text++)
            if (!memcmp(text, wanted, length))
                return text;
        return NULL;
    }
    uint32_t first, here;
    memcpy(&first, wanted, 4);
    for (; text <= last; text++) {
        memcpy(&here, text, 4);
        if (here == first && !memcmp(text, wanted, length))
            return text;
    }
    return NULL;
}

/* What text/folding.py makes of UTF-8 that may begin or end within a character, as long as it has none but ASCII and the marks
   that are often met -> how many letters, -1 where there are others. `out` has room for as many bytes. */
static Py_ssize_t folded_bytes(const unsigned char *at, Py_ssize_t size, char *out) {
    static const char of_80[] = "\x13-\x14-\x18'\x19'\x1c\"\x1d\"&."; /* third byte less 80, and what it becomes: E2 80 xx */
    const unsigned char *end = at + size;
    char *begin = out;
    for (int n = 0; n < 3 && at < end && (*at & 0xC0) == 0x80; n++)
        at++;
    while (at < end) {
        unsigned char c = *at;
        if (c < 0x80) {
            *out++ = (unsigned char)(c - 'A') < 26 ? c | 0x20 : c;
            at++;
        } else if (c == 0xC2 || c == 0xC3) {
            if (end - at < 2)
                break;
            if (c == 0xC2 ? at[1] != 0xA0 : (at[1] | 0x20) != 0xA9)
                return -1;
            *out++ = c == 0xC2 ? ' ' : 'e';
            at += 2;
        } else {
            if (c != 0xE2 || (end - at > 1 && at[1] != 0x80))
                return -1;
            if (end - at < 3)
                break;
            const char *mark = at[2] >= 0x80 && at[2] < 0xC0 ? strchr(of_80, at[2] - 0x80) : NULL;
            if (!mark || !*mark || (mark - of_80) % 2)
                return -1;
            *out++ = mark[1];
            at += 3;
        }
    }
    return out - begin;
}

#define AT_HAND (1 << 13) /* bytes of a window that need no memory of their own */

enum { COPIED = -1, NOT_PLAIN = -2, FAILED = -3 };

/* How many of the pairs stand in some bytes; NOT_PLAIN: they are to be folded by Python; FAILED: an error. */
static long hits_in(PyObject *pairs, const char *bytes, Py_ssize_t size) {
    Searched in;
    char near[AT_HAND], *own = NULL;
    long found = 0;
    if (size > AT_HAND && !(own = PyMem_Malloc(size)))
        return PyErr_NoMemory(), FAILED;
    in.text = NULL, in.narrow = 1;
    in.letters = own ? own : near;
    in.size = folded_bytes((const unsigned char *)bytes, size, own ? own : near);
    if (in.size >= 0)
        look_through(&in);
    for (Py_ssize_t n = 0; in.size >= 0 && found >= 0 && n < PyList_GET_SIZE(pairs); n++) {
        Py_ssize_t at = find(&in, PyList_GET_ITEM(pairs, n));
        found = at == -2 ? FAILED : found + (at >= 0);
    }
    PyMem_Free(own);
    return in.size < 0 ? NOT_PLAIN : found;
}

/* hits(data, starts, stops, sums, unread, texts, page_bits, peaks, begin, end, slack, pairs, copy) -> for each of the windows
   how many of the pairs stand there: -1 where the copy does, which if empty does nowhere; -2 where bytes are not of the plain kind
   that is folded here. Where a page is not sound, its number. */
static PyObject *hits(PyObject *self, PyObject *const *args, Py_ssize_t given) {
    Windows w;
    if (given != GIVEN + 2 || !PyList_Check(args[GIVEN]) || !PyBytes_Check(args[GIVEN + 1]) || !open_windows(args, &w))
        return misused("hits in windows of an index");
    const char *copy = PyBytes_AS_STRING(args[GIVEN + 1]);
    Py_ssize_t length = PyBytes_GET_SIZE(args[GIVEN + 1]);
    int64_t bad = SOUND;
    PyObject *out = PyList_New(0);
    for (int64_t n = w.begin; out && n < w.end; n++) {
        Around a = around(&w, n, &bad);
        int copied = a.bytes && length && find_bytes(a.bytes, a.size, copy, length);
        long found = !a.bytes ? FAILED : copied ? COPIED : hits_in(args[GIVEN], a.bytes, a.size);
        PyObject *made = found == FAILED ? NULL : PyLong_FromLong(found);
        if (!made || PyList_Append(out, made))
            Py_CLEAR(out);
        Py_XDECREF(made);
    }
    close_windows(&w);
    return bad == SOUND ? out : (Py_XDECREF(out), PyLong_FromLongLong(bad));
}

#define EDGE 6     /* bytes that Python looks at before and after a place */
#define SHARED 64  /* places in one window */

enum { CUT, WHOLE, UNSURE };

static int in_word(unsigned char c) { /* of ASCII, as \w has it */
    return of_word(c) || c == '_';
}

/* Whether a place is of words of its own, as `is_cut` of within.py tells; UNSURE where only that can. */
static int alone(const char *begin, const char *at, const char *stop, const char *end) {
    unsigned char before = at > begin ? at[-1] : ' ', after = end > stop ? stop[0] : ' ', next = end - stop > 1 ? stop[1] : ' ';
    if (!before || !after)
        return UNSURE;
    if (strchr(" \n\"(", before) && strchr(" \n\"?!;)", after))
        return WHOLE;
    if (before == '\n' || before >= 0x80 || after >= 0x80 || strchr(".,:'", before))
        return UNSURE;
    if (in_word(before) || before == '$' || in_word(after))
        return CUT;
    return !strchr(".,:'", after) ? WHOLE : next >= 0x80 ? UNSURE : in_word(next) ? CUT : WHOLE;
}

/* The places in a window: its segment, and the byte of each; None: to be looked for in Python. */
static PyObject *places_in(const Around *a, const char *wanted, Py_ssize_t length) {
    const char *end = a->bytes + a->size, *at = a->bytes + (a->low ? between(0, EDGE, a->size) : 0);
    PyObject *out = NULL;
    int kind = WHOLE;
    for (int n = 0; n < SHARED && at < end && (at = find_bytes(at, end - at, wanted, length)) && kind != UNSURE; n++, at++) {
        kind = alone(a->bytes, at, at + length, end);
        if (kind != WHOLE)
            continue;
        PyObject *byte = PyLong_FromLongLong(a->low + (at - a->bytes));
        if (!out)
            out = Py_BuildValue("[L]", (long long)a->segment);
        int failed = !byte || !out || PyList_Append(out, byte);
        Py_XDECREF(byte);
        if (failed)
            return Py_XDECREF(out), NULL;
    }
    if (kind == UNSURE)
        return Py_XDECREF(out), Py_NewRef(Py_None);
    return out ? out : PyList_New(0);
}

/* standing(data, starts, stops, sums, unread, texts, page_bits, peaks, begin, end, slack, wanted) -> for each of the windows
   where these bytes stand as words of their own: nothing, or the segment and the byte of each place; None where Python is to tell.
   Where a page is not sound, its number. */
static PyObject *standing(PyObject *self, PyObject *const *args, Py_ssize_t given) {
    Windows w;
    if (given != GIVEN + 1 || !PyBytes_Check(args[GIVEN]) || !PyBytes_GET_SIZE(args[GIVEN]) || !open_windows(args, &w))
        return misused("standing in windows of an index");
    int64_t bad = SOUND;
    PyObject *out = PyList_New(0);
    for (int64_t n = w.begin; out && n < w.end; n++) {
        Around a = around(&w, n, &bad);
        PyObject *made = a.bytes ? places_in(&a, PyBytes_AS_STRING(args[GIVEN]), PyBytes_GET_SIZE(args[GIVEN])) : NULL;
        if (!made || PyList_Append(out, made))
            Py_CLEAR(out);
        Py_XDECREF(made);
    }
    close_windows(&w);
    return bad == SOUND ? out : (Py_XDECREF(out), PyLong_FromLongLong(bad));
}

/* -- keys, posted */

static int lowest(uint64_t of) { /* set bit, of those there are */
#ifdef __GNUC__
    return __builtin_ctzll(of);
#else
    int at = 0;
    for (int half = 32; half; half /= 2)
        if (!(of & (((uint64_t)1 << half) - 1)))
            of >>= half, at += half;
    return at;
#endif
}

#define BLOCK 64

static uint64_t bits_of(const unsigned char *flags) { /* BLOCK bytes, each 0 or 1, as bits */
    uint64_t out = 0;
    for (int n = 0; n < 8; n++) {
        uint64_t eight;
        memcpy(&eight, flags + 8 * n, 8);
        out |= (eight * 0x0102040810204080u >> 56) << 8 * n; /* the eight lowest bits side by side in the highest byte */
    }
    return out;
}

/* Bytes of the punctuation that UTF-8 begins with C2, E2 80-83, E3 80 and EF BB BF, where it begins here; else none. */
static int punctuation(const unsigned char *at) {
    if (at[0] == 0xC2)
        return 2;
    int wide = at[0] == 0xE2 ? (at[1] & 0xFC) == 0x80 : at[0] == 0xE3 ? at[1] == 0x80 : at[0] == 0xEF && at[1] == 0xBB && at[2] == 0xBF;
    return wide ? 3 : 0;
}

/* Which of the next BLOCK bytes are of words. cut: those of punctuation that began before; then those that go on behind. */
static uint64_t in_words(const unsigned char *text, Py_ssize_t left, uint64_t *cut) {
    unsigned char near[BLOCK] = {0}, word[BLOCK], high[BLOCK];
    const unsigned char *at = text;
    if (left < BLOCK)
        at = memcpy(near, text, left);
    for (int n = 0; n < BLOCK; n++) {
        high[n] = at[n] >> 7;
        word[n] = ((unsigned char)((at[n] | 0x20) - 'a') < 26) | ((unsigned char)(at[n] - '0') < 10) | high[n];
    }
    uint64_t none = *cut, beyond = 0;
    for (uint64_t open = bits_of(high); open; open &= open - 1) {
        int n = lowest(open), width = punctuation(text + n);
        uint64_t span = ((uint64_t)1 << width) - 1;
        none |= span << n;
        if (n + width > BLOCK)
            beyond = span >> (BLOCK - n);
    }
    *cut = beyond;
    return bits_of(word) & ~none;
}

static const uint64_t FIRST_BYTES[9] = {0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF, ~(uint64_t)0};

/* As `token`, where so many bytes as it looks at can be read. */
static uint64_t token_there(const unsigned char *at, Py_ssize_t size) {
    uint64_t one, other;
    memcpy(&one, at, 8);
    memcpy(&other, at + 8, 8);
    size = size < 16 ? size : 16;
    uint64_t out = ((one | CASE) & FIRST_BYTES[size < 8 ? size : 8]) * FIRST;
    out += ((other | CASE) & FIRST_BYTES[size < 8 ? 0 : size - 8]) * SECOND;
    return out ^ out >> 29;
}

typedef struct {
    uint64_t *out, last;
    Py_ssize_t filled, words, begin; /* of the last word */
    int shift, bits;
} Keys;

static void take(Keys *k, const unsigned char *text, Py_ssize_t start, Py_ssize_t end) {
    uint64_t now = token_there(text + start, end - start), mixed = (k->last * LEFT + now) * PAIR;
    mixed ^= (mixed >> 32) * FIRST;
    if (k->words++)
        k->out[k->filled++] = mixed >> (64 - k->bits) << 16 | (uint64_t)(k->begin >> k->shift);
    k->last = now, k->begin = start;
}

static void all_keys(Keys *k, const unsigned char *text, Py_ssize_t length) {
    uint64_t cut = 0, before = 0;
    Py_ssize_t start = -1;
    for (Py_ssize_t base = 0; base < length; base += BLOCK) {
        uint64_t inside = in_words(text + base, length - base, &cut), edges = inside ^ (inside << 1 | before);
        before = inside >> 63;
        for (; edges; edges &= edges - 1) {
            Py_ssize_t edge = base + lowest(edges);
            if (start >= 0)
                take(k, text, start, edge);
            start = start < 0 ? edge : -1;
        }
    }
    if (start >= 0)
        take(k, text, start, length);
}

#define BEHIND 16 /* PADDING of grams.py */

/* keys(padded, length, shift, bits, out) -> how many word pairs there are in text with BEHIND bytes behind its length; fills
   out with bucket << 16 | stretch of each. */
static PyObject *keys(PyObject *self, PyObject *const *args, Py_ssize_t given) {
    Py_buffer text, out;
    if (given != 5 || PyObject_GetBuffer(args[0], &text, PyBUF_SIMPLE))
        return misused("keys(padded, length, shift, bits, out)");
    PyObject *count = NULL;
    if (!PyObject_GetBuffer(args[4], &out, PyBUF_WRITABLE)) {
        Py_ssize_t length = PyLong_AsSsize_t(args[1]), shift = PyLong_AsSsize_t(args[2]), bits = PyLong_AsSsize_t(args[3]);
        int fits = aligned(&out) && length >= 0 && length <= text.len - BEHIND && length / 2 < out.len / 8;
        if (!PyErr_Occurred() && fits && shift >= 0 && shift < 48 && bits > 0 && bits <= 48) {
            Keys k = {.out = out.buf, .shift = (int)shift, .bits = (int)bits};
            Py_BEGIN_ALLOW_THREADS
            all_keys(&k, text.buf, length);
            Py_END_ALLOW_THREADS
            count = PyLong_FromSsize_t(k.filled);
        }
        PyBuffer_Release(&out);
    }
    PyBuffer_Release(&text);
    return count ? count : misused("keys(padded, length, shift, bits, out)");
}

/* posted(keys, table, posts): sorted keys -> how many differ; fills posts with their stretches, and table with how many there are
   before each bucket. */
static PyObject *posted(PyObject *self, PyObject *const *args, Py_ssize_t given) {
    Py_buffer sorted, table, posts;
    if (given != 3 || PyObject_GetBuffer(args[0], &sorted, PyBUF_SIMPLE))
        return misused("posted(keys, table, posts)");
    PyObject *count = NULL;
    int held = PyObject_GetBuffer(args[1], &table, PyBUF_WRITABLE) ? 0 : PyObject_GetBuffer(args[2], &posts, PyBUF_WRITABLE) ? 1 : 2;
    if (held == 2 && aligned(&sorted) && aligned(&table) && aligned(&posts) && posts.len / 2 >= sorted.len / 8) {
        const uint64_t *of = sorted.buf;
        uint32_t *before = table.buf;
        uint16_t *out = posts.buf;
        Py_ssize_t size = sorted.len / 8, buckets = table.len / 4, filled = 0, bucket = 0;
        Py_BEGIN_ALLOW_THREADS
        for (Py_ssize_t n = 0; n < size; n++) {
            if (n && of[n] == of[n - 1])
                continue;
            while (bucket < buckets && (uint64_t)bucket <= of[n] >> 16)
                before[bucket++] = (uint32_t)filled;
            out[filled++] = (uint16_t)of[n];
        }
        while (bucket < buckets)
            before[bucket++] = (uint32_t)filled;
        Py_END_ALLOW_THREADS
        count = PyLong_FromSsize_t(filled);
    }
    if (held > 1)
        PyBuffer_Release(&posts);
    if (held)
        PyBuffer_Release(&table);
    PyBuffer_Release(&sorted);
    return count ? count : misused("posted(keys, table, posts)");
}

/* -- chain */

#define MANY (1 << 28) /* words: places are counted as int */

typedef struct {
    int i, j, size, kept;
} Run;

typedef struct {
    PyObject *quoted, *source, *common; /* tuples of words; frequent words */
    int64_t *breaks, *free, *ends;
    Py_ssize_t words, others, n_breaks, n_free, n_ends, size, room;
    Run *runs;
    int most_seeds, most_runs, near;
} Pair;

static int is_free(const Pair *p, int64_t i) {
    for (Py_ssize_t n = 0; n < p->n_free; n++)
        if (p->free[n] == i)
            return 1;
    return 0;
}

static int within(const int64_t *of, Py_ssize_t size, int64_t low, int64_t high) { /* how many; half-open */
    int count = 0;
    for (Py_ssize_t n = 0; n < size; n++)
        count += low <= of[n] && of[n] < high;
    return count;
}

/* The words of both as numbers, for the quotation's the last place in the source, for each place the one before.
   places: 2 * words + others. -> how many equal pairs there are, -1: an error. */
static Py_ssize_t places(const Pair *p, int *first, int *next) {
    PyObject *known = PyDict_New(), *number;
    Py_ssize_t seeds = 0;
    int *last = first + p->words; /* by number, and how many behind it */
    if (!known)
        return -1;
    for (Py_ssize_t i = 0; i < p->words; i++) {
        PyObject *word = PyTuple_GET_ITEM(p->quoted, i);
        last[i] = -1;
        if (!(number = PyDict_GetItemWithError(known, word))) {
            PyObject *made = PyErr_Occurred() ? NULL : PyLong_FromSsize_t(i);
            if (!made || PyDict_SetItem(known, word, made))
                seeds = -1;
            Py_XDECREF(made);
            if (seeds < 0)
                break;
            first[i] = (int)i;
        } else
            first[i] = (int)PyLong_AsLong(number);
    }
    for (Py_ssize_t j = 0; seeds >= 0 && j < p->others; j++) {
        number = PyDict_GetItemWithError(known, PyTuple_GET_ITEM(p->source, j));
        if (!number && PyErr_Occurred())
            seeds = -1;
        if (number) {
            int at = (int)PyLong_AsLong(number);
            next[j] = last[at];
            last[at] = (int)j;
        }
    }
    for (Py_ssize_t i = 0; seeds >= 0 && i < p->words; i++)
        for (int j = last[first[i]]; j >= 0 && seeds <= p->most_seeds; j = next[j])
            seeds++;
    Py_DECREF(known);
    return seeds;
}

static int by_start(const void *a, const void *b) {
    const Run *one = a, *other = b;
    return one->i != other->i ? (one->i > other->i) - (one->i < other->i) : (one->j > other->j) - (one->j < other->j);
}

/* Maximal runs of equal words, by where they begin. */
static int equal(Pair *p, const int *first, const int *next, Py_ssize_t seeds) {
    const int *last = first + p->words;
    int *at = PyMem_Calloc(2 * (p->others + 1), sizeof *at); /* for each place, in turns: the run that has come so far, + 1 */
    int *when = PyMem_Calloc(2 * (p->others + 1), sizeof *when);
    p->runs = PyMem_New(Run, seeds + 1);
    if (at && when && p->runs)
        for (int i = 0; i < p->words; i++) {
            int *here = at + (i & 1) * (p->others + 1), *before = at + (~i & 1) * (p->others + 1);
            int *now = when + (i & 1) * (p->others + 1), *then = when + (~i & 1) * (p->others + 1);
            if (is_free(p, i))
                continue;
            for (int j = last[first[i]]; j >= 0; j = next[j]) {
                int run = j && i && then[j - 1] == i ? before[j - 1] : 0; /* then: of word i - 1, counted from 1 */
                if (!run) {
                    p->runs[p->size++] = (Run){i, j, 0, 0};
                    run = (int)p->size;
                }
                p->runs[run - 1].size++;
                here[j] = run;
                now[j] = i + 1;
            }
        }
    int failed = !at || !when || !p->runs;
    PyMem_Free(at);
    PyMem_Free(when);
    if (!failed)
        qsort(p->runs, p->size, sizeof *p->runs, by_start);
    return failed ? (PyErr_NoMemory(), -1) : 0;
}

/* The longest of the runs that are `of`, the earliest of equals; -1 where there are none. */
static Py_ssize_t longest(const Pair *p, int of) {
    Py_ssize_t best = -1;
    for (Py_ssize_t n = 0; n < p->size; n++)
        if (p->runs[n].kept == of && (best < 0 || p->runs[n].size > p->runs[best].size))
            best = n;
    return best;
}

static int beside(const Run *run, const Run *anchor, int near) {
    int slant = run->j - run->i - anchor->j + anchor->i;
    return -2 < slant && slant < 2 && anchor->i - near <= run->i && run->i <= anchor->i + anchor->size + near;
}

enum { LONE = 0, LONG = 1, TAKEN = 2, ALONGSIDE = 3 };

/* Without frequent words that stand alone, unless they go with a longer run close by. */
static int telling(Pair *p) {
    int count = 0, left;
    for (Py_ssize_t n = 0; n < p->size; n++) {
        Run *run = p->runs + n;
        int frequent = run->size > 1 ? 0 : PySet_Contains(p->common, PyTuple_GET_ITEM(p->quoted, run->i));
        if (frequent < 0)
            return -1;
        run->kept = frequent ? LONE : LONG;
        count += run->kept;
    }
    if (!count)
        p->size = p->size < p->most_runs ? p->size : p->most_runs;
    else if (count > p->most_runs) {
        for (int n = 0; n < p->most_runs; n++)
            p->runs[longest(p, LONG)].kept = TAKEN;
        for (Py_ssize_t n = 0; n < p->size; n++)
            p->runs[n].kept = p->runs[n].kept == TAKEN ? TAKEN : LONE;
    } else {
        Run anchors[3];
        int n_anchors = 0;
        for (Py_ssize_t at; n_anchors < 3 && (at = longest(p, LONG)) >= 0; n_anchors++) {
            anchors[n_anchors] = p->runs[at];
            p->runs[at].kept = TAKEN;
        }
        left = p->most_runs - count;
        for (int a = 0; a < n_anchors; a++)
            for (Py_ssize_t n = 0; n < p->size && left > 0; n++)
                if ((p->runs[n].kept == LONE || p->runs[n].kept == ALONGSIDE) && beside(p->runs + n, anchors + a, p->near))
                    p->runs[n].kept = ALONGSIDE, left--;
    }
    Py_ssize_t kept = 0;
    for (Py_ssize_t n = 0; n < p->size; n++)
        if (!count || p->runs[n].kept != LONE)
            p->runs[kept++] = p->runs[n];
    p->size = kept;
    return 0;
}

static const double SKIP = 1.0, SKIP_MORE = 0.05, ADD = 0.5, CHANGE = 0.3, SENTENCE = 1.2, ELLIPSIS = 0.1, ELLIPSIS_MORE = 0.002;

static double cost(const Pair *p, const Run *last, const Run *run, int lap) {
    int low = last->i + last->size, high = run->i + lap, skipped = run->j + lap - last->j - last->size;
    int freed = high > low ? within(p->free, p->n_free, low, high) : 0, held = high - low - freed;
    int changed = held < skipped ? held : skipped, more = skipped - changed;
    double out = CHANGE * changed + ADD * (held - changed);
    if (within(p->breaks, p->n_breaks, low, (int64_t)high + 1))
        return out + ELLIPSIS + ELLIPSIS_MORE * skipped;
    if (skipped && within(p->ends, p->n_ends, (int64_t)last->j + last->size, (int64_t)run->j + lap + 1))
        out += SENTENCE;
    if (more && freed)
        more = more > 3 ? more - 3 : 0; /* what a bracket stands for */
    return out + (more ? SKIP + SKIP_MORE * more : 0.0);
}

static int overlap(const Run *last, const Run *run) {
    int i = last->i + last->size - run->i, j = last->j + last->size - run->j, most = i > j ? i : j;
    return most > 0 ? most : 0;
}

/* -> (runs [(i, j, size)], score) */
static PyObject *chained(const Pair *p) {
    double *best = PyMem_New(double, p->size + 1);
    Py_ssize_t *back = PyMem_New(Py_ssize_t, p->size + 1), at = 0;
    PyObject *chain = PyList_New(0), *out = NULL;
    if (!best || !back || !chain)
        goto done;
    for (Py_ssize_t n = 0; n < p->size; n++) {
        const Run *run = p->runs + n;
        best[n] = run->size, back[n] = -1;
        for (Py_ssize_t b = 0; b < n; b++) {
            const Run *last = p->runs + b;
            int lap = overlap(last, run);
            if (lap >= run->size || last->i >= run->i || last->j >= run->j)
                continue;
            double value = best[b] + run->size - lap - cost(p, last, run, lap);
            if (value > best[n])
                best[n] = value, back[n] = b;
        }
        if (best[n] > best[at])
            at = n;
    }
    double score = best[at];
    for (; at >= 0; at = back[at]) {
        PyObject *run = Py_BuildValue("iii", p->runs[at].i, p->runs[at].j, p->runs[at].size);
        int failed = !run || PyList_Append(chain, run);
        Py_XDECREF(run);
        if (failed)
            goto done;
    }
    if (!PyList_Reverse(chain))
        out = Py_BuildValue("Od", chain, score);
done:
    Py_XDECREF(chain);
    PyMem_Free(best);
    PyMem_Free(back);
    return out || PyErr_Occurred() ? out : PyErr_NoMemory();
}

static PyObject *of_pair(Pair *p) {
    int *first = p->words < MANY && p->others < MANY ? PyMem_New(int, 2 * p->words + p->others + 1) : NULL;
    if (!first)
        return PyErr_NoMemory();
    Py_ssize_t seeds = places(p, first, first + 2 * p->words);
    PyObject *out = NULL;
    if (seeds > p->most_seeds)
        out = Py_NewRef(Py_None);
    else if (seeds >= 0 && !equal(p, first, first + 2 * p->words, seeds) && !telling(p))
        out = p->size ? chained(p) : Py_BuildValue("[]d", 0.0);
    PyMem_Free(p->runs);
    PyMem_Free(first);
    return out;
}

/* chain(quoted, source, breaks, free, ends, common, most_seeds, most_runs, near) -> ([(i, j, size)], score); they may overlap.
   None where there are too many equal pairs of words. */
static PyObject *chain(PyObject *self, PyObject *const *args, Py_ssize_t given) {
    Pair p = {.most_seeds = 0};
    PyObject *out = NULL;
    if (given != 9 || !PyAnySet_Check(args[5]))
        return misused("chain of two lists of words");
    p.common = args[5];
    int *rest[] = {&p.most_seeds, &p.most_runs, &p.near};
    for (int n = 0; n < 3; n++) {
        Py_ssize_t most = PyLong_AsSsize_t(args[6 + n]);
        if (most < 0 || most >= MANY)
            return misused("chain of two lists of words");
        *rest[n] = (int)most;
    }
    if ((p.breaks = numbers(args[2], &p.n_breaks)) && (p.free = numbers(args[3], &p.n_free)) &&
        (p.ends = numbers(args[4], &p.n_ends)) && (p.quoted = PySequence_Tuple(args[0])) && (p.source = PySequence_Tuple(args[1]))) {
        p.words = PyTuple_GET_SIZE(p.quoted), p.others = PyTuple_GET_SIZE(p.source);
        out = of_pair(&p);
    }
    Py_XDECREF(p.quoted);
    Py_XDECREF(p.source);
    PyMem_Free(p.breaks);
    PyMem_Free(p.free);
    PyMem_Free(p.ends);
    return out;
}

/* -- common */

#define CELLS 1024

/* common(left, right) -> [(a, b)]: the longest common subsequence, of lists of words that make a small table. */
static PyObject *common(PyObject *self, PyObject *const *args, Py_ssize_t given) {
    if (given != 2)
        return misused("common(left, right)");
    PyObject *left = PySequence_Tuple(args[0]), *right = left ? PySequence_Tuple(args[1]) : NULL, *out = NULL;
    if (!left || !right)
        goto done;
    Py_ssize_t tall = PyTuple_GET_SIZE(left), wide = PyTuple_GET_SIZE(right);
    if (tall >= CELLS || wide >= CELLS || (tall + 1) * (wide + 1) > CELLS) {
        PyErr_SetString(PyExc_ValueError, "too many words");
        goto done;
    }
    int rows = (int)tall, columns = (int)wide;
    int table[CELLS] = {0}, width = columns + 1;
    unsigned char same[CELLS];
    for (int a = rows - 1; a >= 0; a--)
        for (int b = columns - 1; b >= 0; b--) {
            PyObject *one = PyTuple_GET_ITEM(left, a), *other = PyTuple_GET_ITEM(right, b);
            int equals = one == other ? 1 : PyObject_RichCompareBool(one, other, Py_EQ);
            if (equals < 0)
                goto done;
            int down = table[(a + 1) * width + b], on = table[a * width + b + 1];
            same[a * width + b] = (unsigned char)equals;
            table[a * width + b] = equals ? table[(a + 1) * width + b + 1] + 1 : down > on ? down : on;
        }
    out = PyList_New(0);
    for (int a = 0, b = 0; out && a < rows && b < columns && table[a * width + b];) {
        if (same[a * width + b]) {
            PyObject *pair = Py_BuildValue("ii", a++, b++);
            if (!pair || PyList_Append(out, pair))
                Py_CLEAR(out);
            Py_XDECREF(pair);
        } else if (table[(a + 1) * width + b] >= table[a * width + b + 1])
            a++;
        else
            b++;
    }
done:
    Py_XDECREF(left);
    Py_XDECREF(right);
    return out;
}

static PyMethodDef methods[] = {METHOD(look), METHOD(votes), METHOD(pairs), METHOD(distinct), METHOD(neighbours), METHOD(weighed),
                                METHOD(verified), METHOD(keys), METHOD(posted), METHOD(held), METHOD(reach), METHOD(hits),
                                METHOD(standing), METHOD(chain), METHOD(common), {NULL, NULL, 0, NULL}};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, .m_name = "_kernel", .m_size = -1, .m_methods = methods};

PyMODINIT_FUNC PyInit__kernel(void) {
    if (PY_BIG_ENDIAN)
        return PyErr_Format(PyExc_ImportError, "an index has its numbers the other way round");
    make_weights();
    PyObject *made = PyModule_Create(&module);
    if (made && PyModule_AddIntConstant(made, "source", ONRECORD_SOURCE))
        Py_CLEAR(made);
    return made;
}
