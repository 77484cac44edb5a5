package io.holdfast.reference;

import io.holdfast.desired.form.About;

/** Where words for what a form is about come from. */
@FunctionalInterface
interface Descriptions {
    /** What is said of it; empty where nothing is. */
    Description of(About about);

    /** From the Javadoc of the product's sources. */
    static Descriptions of(Javadocs javadocs) {
        return about -> Description.of(javadocs.of(about).orElse(""));
    }
}
