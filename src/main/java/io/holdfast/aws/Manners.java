package io.holdfast.aws;

import io.holdfast.model.Fault;
import io.holdfast.model.WriteGate;
import java.util.Locale;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Stands before every request of one service's client: may it be made, not too fast, and keep count. */
final class Manners implements ExecutionInterceptor {
    private final String service;
    private final boolean readOnly;
    private final WriteGate gate;
    private final Budget budget;
    private final AwsMeter meter;

    /**
     * @param service as in IAM, such as {@code ecs}
     * @param readOnly refuse whatever is not a read: this client retries, so it must never write
     */
    Manners(String service, boolean readOnly, WriteGate gate, Budget budget, AwsMeter meter) {
        this.service = service;
        this.readOnly = readOnly;
        this.gate = gate;
        this.budget = budget;
        this.meter = meter;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        String operation = operation(attributes);
        if (Operations.isRead(operation)) {
            return;
        }
        if (readOnly) {
            throw new IllegalStateException(service + ":" + operation + " with a client that repeats its calls");
        }
        gate.closedBecause().ifPresent(reason -> {
            throw new AwsFailure(new Fault(Fault.Kind.TRANSIENT, service + ":" + operation, "WritesStopped", reason));
        });
    }

    /** Once per attempt, so that the SDK's own retries are paid for as well. */
    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        String operation = operation(attributes);
        budget.take(Operations.family(service, operation), service + ":" + operation);
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        meter.answered(service, operation(attributes), "ok");
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        String operation = operation(attributes);
        Throwable failure = context.exception();
        if (failure instanceof SdkServiceException answered && answered.isThrottlingException()) {
            budget.throttled(Operations.family(service, operation));
        }
        Fault fault = Operations.isRead(operation)
                ? Faults.ofRead(service + ":" + operation, failure)
                : Faults.ofWrite(service + ":" + operation, failure);
        meter.answered(service, operation, fault.kind().name().toLowerCase(Locale.ROOT));
    }

    private static String operation(ExecutionAttributes attributes) {
        return attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    }
}
