package io.holdfast.kind.replicationgroup;

import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.AwsFailure;
import io.holdfast.aws.Call;
import io.holdfast.aws.Pages;
import io.holdfast.model.Comparison;
import io.holdfast.model.Fault;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.elasticache.model.CacheEngineVersion;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheEngineVersionsResponse;

/** Which version to ask for: calls want {@code 7.1} where a declaration may say {@code 7} or {@code 7.x}. */
final class Versions {
    private static final String DESCRIBE = "elasticache:DescribeCacheEngineVersions";
    private static final String REMEDY = "declare what is live, or have a person replace the group";
    private static final Comparison RULE = Comparison.version();

    private final AwsAccess access;

    Versions(AwsAccess access) {
        this.access = access;
    }

    /**
     * The highest version ElastiCache offers that fits the declaration.
     *
     * @throws AwsFailure when there is none, or AWS cannot be asked
     */
    String highest(ReplicationGroupState desired) {
        String engine = desired.engine().orElse(EngineVersion.REDIS);
        String declared = desired.engineVersion().orElseThrow();
        return offered(engine).stream()
                .filter(it -> RULE.holds(declared, Optional.of(it)))
                .map(EngineVersion::of)
                .max(Comparator.naturalOrder())
                .map(EngineVersion::toString)
                .orElseThrow(() -> refusal(
                        "VersionNotOffered", "ElastiCache offers no " + engine + " " + declared + " in this region"));
    }

    /**
     * What to say of engine and version when either changes; AWS wants a version with a new engine, so it goes along.
     *
     * @throws AwsFailure when that would be a way back, or as above
     */
    Map<String, Object> change(ReplicationGroupState desired, ReplicationGroupState live, Set<String> changing) {
        if (!changing.contains("engine") && !changing.contains("engineVersion")) {
            return Map.of();
        }
        if (changing.contains("engine")
                && desired.engine().filter(EngineVersion.REDIS::equals).isPresent()) {
            throw refusal(
                    "EngineDowngrade",
                    "live is " + live.engine().orElse("another engine") + ", which cannot become " + EngineVersion.REDIS
                            + " again; " + REMEDY);
        }
        return desired.engineVersion().isEmpty() ? Map.of() : Map.of("engineVersion", upgrade(desired, live));
    }

    private String upgrade(ReplicationGroupState desired, ReplicationGroupState live) {
        String version = highest(desired);
        boolean back = live.engineVersion()
                .filter(it -> EngineVersion.of(version).compareTo(EngineVersion.of(it)) < 0)
                .isPresent();
        if (back) {
            throw refusal(
                    "VersionDowngrade",
                    "live is " + live.engineVersion().orElseThrow() + ", and ElastiCache cannot go back to " + version
                            + "; " + REMEDY);
        }
        return version;
    }

    /** What AWS would refuse, refused without asking it: a sentence of ours says more than its own. */
    static AwsFailure refusal(String code, String sentence) {
        return new AwsFailure(new Fault(Fault.Kind.INVALID, ReplicationGroupKind.MODIFY, code, sentence));
    }

    private List<String> offered(String engine) {
        return Call.read(
                DESCRIBE,
                () -> Pages.all(
                                marker -> access.reading()
                                        .cache()
                                        .describeCacheEngineVersions(request ->
                                                request.engine(engine).marker(marker)),
                                DescribeCacheEngineVersionsResponse::hasCacheEngineVersions,
                                DescribeCacheEngineVersionsResponse::cacheEngineVersions,
                                DescribeCacheEngineVersionsResponse::marker)
                        .stream()
                        .map(CacheEngineVersion::engineVersion)
                        .toList());
    }
}
