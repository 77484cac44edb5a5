package io.holdfast.reconcile;

import io.holdfast.model.AwsTarget;
import io.holdfast.model.Cloud;

/** Gives the way to AWS for an account, region and role, the same one to all environments that live there. */
@FunctionalInterface
public interface Clouds {
    Cloud of(AwsTarget target);
}
