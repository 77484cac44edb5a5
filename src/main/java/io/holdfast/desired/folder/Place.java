package io.holdfast.desired.folder;

import java.util.Set;
import java.util.function.Supplier;

/** Where environments are: a folder, or branches of a repository. */
public interface Place {
    /**
     * What is there now. Quick: what takes long was done before.
     *
     * @param known the environments that ever loaded, so that trouble can be told of each of them
     */
    Sight look(Set<String> known);

    /** Its name in messages. */
    String name();

    /** A place that is one folder, which is looked at anew each time. */
    static Place of(String name, Supplier<Look> eye) {
        return new Place() {
            @Override
            public Sight look(Set<String> known) {
                return Sight.of(eye.get(), known);
            }

            @Override
            public String name() {
                return name;
            }
        };
    }
}
