package io.holdfast.app;

import io.holdfast.aws.AwsAccessPool;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.Cloud;
import io.holdfast.reconcile.Clouds;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The ways to AWS, one for each account, region and role, each with every kind. */
final class AwsClouds implements Clouds {
    private final AwsAccessPool pool;
    private final Map<AwsTarget, Cloud> clouds = new ConcurrentHashMap<>();

    AwsClouds(AwsAccessPool pool) {
        this.pool = pool;
    }

    @Override
    public Cloud of(AwsTarget target) {
        return clouds.computeIfAbsent(target, it -> new AwsCloud(pool.of(it)));
    }
}
