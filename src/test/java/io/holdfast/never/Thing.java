package io.holdfast.never;

import java.util.Optional;

/** Something with a name, two things to change about it, and one that only another thing can have. */
record Thing(String name, Optional<Integer> size, Optional<String> colour, Optional<String> make) {}
