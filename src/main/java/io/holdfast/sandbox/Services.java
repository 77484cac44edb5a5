package io.holdfast.sandbox;

import io.holdfast.sandbox.autoscaling.AutoScaling;
import io.holdfast.sandbox.cloudwatch.CloudWatch;
import io.holdfast.sandbox.ecs.Ecs;
import io.holdfast.sandbox.elasticache.ElastiCache;
import io.holdfast.sandbox.iam.Iam;
import io.holdfast.sandbox.rds.Rds;
import io.holdfast.sandbox.sts.Sts;
import java.util.Map;

/** The services the sandbox has, by signing name: one line each. */
public final class Services {
    private Services() {}

    /** All of them, new and empty. */
    public static Map<String, Service> all() {
        return Map.of(
                Sts.NAME,
                new Sts(),
                Iam.NAME,
                new Iam(),
                Ecs.NAME,
                new Ecs(),
                AutoScaling.NAME,
                new AutoScaling(),
                CloudWatch.NAME,
                new CloudWatch(),
                "rds",
                new Rds(),
                "elasticache",
                new ElastiCache());
    }
}
