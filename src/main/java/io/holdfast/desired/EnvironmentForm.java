package io.holdfast.desired;

import io.holdfast.desired.form.Form;
import io.holdfast.desired.slot.SpecReader;
import io.holdfast.model.Kind;
import java.util.Collection;

/** What may be written in an environment, for whoever explains it. */
public final class EnvironmentForm {
    private EnvironmentForm() {}

    /** All of it, where these are the kinds there are. */
    public static Form.Keys of(Collection<? extends Kind<?>> kinds) {
        return Header.form(new SpecReader(kinds).form());
    }
}
