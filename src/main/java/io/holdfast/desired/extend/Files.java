package io.holdfast.desired.extend;

import io.holdfast.desired.yaml.Parsed;
import java.util.List;

/** The files an environment may be made of, parsed. */
public interface Files {
    /** A file by its path; a file that is not to be read, such as a link, has findings and no tree. */
    Parsed parsed(String file);

    /** The files beside a file that may be extended, the folder before their names included. */
    List<String> shared(String file);
}
