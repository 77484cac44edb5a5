package io.holdfast.cli;

import io.holdfast.desired.Load;
import io.holdfast.export.Exported;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Plan;
import io.holdfast.model.Scope;
import io.holdfast.report.document.DoctorDocument;
import java.util.Optional;

/** One look at desired and live, from where nothing can be changed. */
public interface Lookout extends AutoCloseable {
    /** What the folder says. */
    Load load();

    /** What a look at live finds, and what would be done about it. */
    Plan plan(DesiredState desired);

    /** What is live in a part of an account, as an environment of this name. */
    Exported export(String environment, AwsTarget aws, Scope scope);

    /** What keeps a look from here from working: files, ledger, network, clock, credentials, permissions. */
    DoctorDocument examine();

    /** Why causes cannot be told, if the ledger could not be asked; known once a plan was made. */
    Optional<String> blindness();

    @Override
    void close();

    /** Where a lookout comes from. */
    @FunctionalInterface
    interface Tower {
        /** Goes up. */
        Lookout lookout(Viewpoint viewpoint);
    }
}
