package io.holdfast.export;

import io.holdfast.model.AwsTarget;
import io.holdfast.model.Scope;

/** Where a running Holdfast is asked for an export: it goes the same way to AWS as the passes, on the same budget. */
@FunctionalInterface
public interface ExportDesk {
    /**
     * What is live in a part of the account, as an environment of this name.
     *
     * @param discreet whether what belongs to others is only counted, for who may not know of all of them
     */
    Exported export(String environment, AwsTarget aws, Scope scope, boolean discreet);
}
