package io.holdfast.never;

import java.util.Optional;

/** Something with a name, and two things to change about it. */
record Thing(String name, Optional<Integer> size, Optional<String> colour) {}
