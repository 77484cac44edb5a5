package io.holdfast.reference;

import io.holdfast.desired.form.About;

/** Words for what a form is about, from the Javadoc of the product's sources. */
record Descriptions(Javadocs javadocs) {
    /** What is said of it; empty where nothing is. */
    Description of(About about) {
        return Description.of(javadocs.of(about).orElse(""));
    }
}
