package io.holdfast.aws;

import java.time.Duration;

/** Is told what we ask of AWS and how it goes; keeps the books for whoever shows metrics. */
public interface AwsMeter {
    /**
     * A call came to its end, retries included.
     *
     * @param service as in IAM, such as {@code ecs}
     * @param operation such as {@code DescribeServices}
     * @param outcome {@code ok}, or the class of the fault in lower case
     */
    void answered(String service, String operation, String outcome);

    /** A request waited for the client-side budget of its API family, such as {@code ecs:read}. */
    void waited(String family, Duration wait);

    static AwsMeter none() {
        return new AwsMeter() {
            @Override
            public void answered(String service, String operation, String outcome) {}

            @Override
            public void waited(String family, Duration wait) {}
        };
    }
}
