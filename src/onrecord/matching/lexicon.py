"""Word lists of editing and meaning, in the form that `folded_words` gives: lower case, apostrophes and accents gone."""

COMMON = frozenset(
    "the a an and or but of to in on at for with by from as is are was were be been being am have has had do does did it its "
    "this that these those i you he she we they me him her us them my your his our their not no so if then than there here "
    "will would can could may might should shall must what which who when where how all some any more most very just".split()
)
