package io.holdfast.sandbox;

import java.util.Map;

/**
 * One AWS service. It keeps nothing in its own fields: all it remembers is a part of the {@link World}, so that one instance
 * serves every account and region, and the past can be replayed beside the present.
 */
@FunctionalInterface
public interface Service {

    /**
     * Answers one operation.
     *
     * <p>The values of the answer are {@code String}, {@code Number}, {@code Boolean}, {@code Instant}, {@code Map}, {@code List} or
     * {@link io.holdfast.sandbox.wire.XmlList}; members that are null are left out.
     *
     * @throws io.holdfast.sandbox.wire.AwsError when AWS would refuse the call, and {@link
     *     io.holdfast.sandbox.wire.AwsError#notImplemented} for an operation the sandbox lacks
     */
    Map<String, Object> call(Call call);
}
