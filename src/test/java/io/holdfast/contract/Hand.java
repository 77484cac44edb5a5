package io.holdfast.contract;

import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.AwsAccessPool;
import io.holdfast.aws.AwsSettings;
import io.holdfast.aws.Shapes;
import io.holdfast.estate.Place;
import io.holdfast.model.AwsTarget;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Somebody who calls AWS by hand: what they do need not be anything that can be declared. */
final class Hand implements AutoCloseable {
    private final AwsAccessPool pool;
    private final AwsAccess access;

    Hand(Place place) {
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "secret"));
        pool = new AwsAccessPool(
                AwsSettings.of(place.http(), credentials, "somebody").at(place.endpoint()));
        access = pool.of(new AwsTarget("123456789012", "us-east-1", Optional.empty()));
    }

    /**
     * Makes one call.
     *
     * @param call {@code service:Operation} in IAM's spelling
     * @param members of the request, in our spelling
     */
    void does(String call, Map<String, Object> members) {
        refusal(call, members).ifPresent(it -> {
            throw new AssertionError(call + " by hand: " + it, it);
        });
    }

    /** Whether there is such a call: it may be refused, but in AWS's words. */
    boolean knows(String call, Map<String, Object> members) {
        return refusal(call, members)
                .filter(it -> !(it instanceof AwsServiceException answer) || isNoWordOfAws(answer))
                .isEmpty();
    }

    /** An answer without a code is some other program's page. */
    private static boolean isNoWordOfAws(AwsServiceException answer) {
        return answer.awsErrorDetails() == null || answer.awsErrorDetails().errorCode() == null;
    }

    private Optional<Throwable> refusal(String call, Map<String, Object> members) {
        String[] words = call.split(":", -1);
        SdkClient client = client(words[0]);
        Method operation = operation(client, words[1]);
        try {
            Object builder =
                    operation.getParameterTypes()[0].getMethod("builder").invoke(null);
            operation.invoke(client, ((SdkBuilder<?, ?>) Shapes.fill((SdkPojo) builder, members)).build());
            return Optional.empty();
        } catch (InvocationTargetException refused) {
            return Optional.of(refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalArgumentException(call, impossible);
        }
    }

    private static Method operation(SdkClient client, String name) {
        // The client's interface: its class is nobody's to call.
        return Arrays.stream(client.getClass().getInterfaces())
                .flatMap(it -> Arrays.stream(it.getMethods()))
                .filter(it -> it.getName().equalsIgnoreCase(name) && it.getParameterCount() == 1)
                .filter(it -> AwsRequest.class.isAssignableFrom(it.getParameterTypes()[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operation " + name));
    }

    private SdkClient client(String service) {
        return switch (service) {
            case "ecs" -> access.writing().ecs();
            case "application-autoscaling" -> access.writing().scaling();
            case "cloudwatch" -> access.writing().alarms();
            case "rds" -> access.writing().rds();
            case "elasticache" -> access.writing().cache();
            default -> throw new IllegalArgumentException("no service " + service);
        };
    }

    @Override
    public void close() {
        pool.close();
    }
}
