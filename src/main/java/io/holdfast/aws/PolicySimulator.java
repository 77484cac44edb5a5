package io.holdfast.aws;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.holdfast.model.AwsTarget;
import io.holdfast.model.Clearance;
import io.holdfast.model.Permission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.ContextKeyTypeEnum;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;

/**
 * Asks IAM what we may do, without doing it: the policies and the permissions boundary of a role or a user are evaluated as for
 * a real request (IAM API Reference, SimulatePrincipalPolicy). What else may forbid a request is not looked at there: the
 * policies of a session, of VPC endpoints and of what is touched on the way, such as keys; of an organisation's policies only
 * what needs no global condition key.
 */
public final class PolicySimulator {
    private static final String SIMULATE = "iam:SimulatePrincipalPolicy";

    /** AWS names no limit; an answer stays below the 100 results of a page for what is usually asked. */
    private static final int RESOURCES_PER_CALL = 25;

    private final AwsClients reading;
    private final AwsTarget target;
    private final Principal principal;

    PolicySimulator(AwsClients reading, AwsTarget target) {
        this.reading = requireNonNull(reading, "reading");
        this.target = requireNonNull(target, "target");
        this.principal = new Principal(reading, target);
    }

    /** The permissions by the calls that ask for them: actions on the same resources, in the same context, go together. */
    public List<List<Permission>> batches(Collection<Permission> permissions) {
        List<Permission> sorted = permissions.stream()
                .distinct()
                .sorted(Comparator.comparing(Permission::resource))
                .toList();
        return Batches.<Permission>grouped(it -> List.of(it.context(), it.action()), RESOURCES_PER_CALL)
                .of(sorted)
                .stream()
                .collect(groupingBy(PolicySimulator::subject, LinkedHashMap::new, flatMapping(List::stream, toList())))
                .values()
                .stream()
                .toList();
    }

    private static Object subject(List<Permission> oneAction) {
        return List.of(
                oneAction.get(0).context(),
                oneAction.stream().map(Permission::resource).toList());
    }

    /** One clearance for each permission of a batch. A failure leaves all of them open. */
    public List<Clearance> ask(List<Permission> batch) {
        try {
            List<EvaluationResult> results = principal.asked(arn -> simulate(arn, batch));
            return batch.stream().map(it -> Decision.on(it, results)).toList();
        } catch (AwsFailure failure) {
            return batch.stream()
                    .<Clearance>map(it -> Clearance.Open.of(it, failure.fault()))
                    .toList();
        }
    }

    private List<EvaluationResult> simulate(String arn, List<Permission> batch) {
        List<String> actions = batch.stream().map(Permission::action).distinct().toList();
        List<String> resources =
                batch.stream().map(Permission::resource).distinct().toList();
        List<ContextEntry> context = context(batch.get(0));
        return Call.read(
                SIMULATE,
                () -> Pages.all(
                        marker -> reading.iam()
                                .simulatePrincipalPolicy(request -> request.policySourceArn(arn)
                                        .actionNames(actions)
                                        .resourceArns(resources)
                                        .contextEntries(context)
                                        .marker(marker)),
                        SimulatePrincipalPolicyResponse::hasEvaluationResults,
                        SimulatePrincipalPolicyResponse::evaluationResults,
                        it -> Boolean.TRUE.equals(it.isTruncated()) ? it.marker() : null));
    }

    private List<ContextEntry> context(Permission permission) {
        List<ContextEntry> entries = new ArrayList<>();
        entries.add(entry("aws:RequestedRegion", target.region(), ContextKeyTypeEnum.STRING));
        entries.add(entry("aws:SecureTransport", "true", ContextKeyTypeEnum.BOOLEAN));
        permission.context().forEach((key, value) -> entries.add(entry(key, value, ContextKeyTypeEnum.STRING)));
        return entries;
    }

    private static ContextEntry entry(String key, String value, ContextKeyTypeEnum type) {
        return ContextEntry.builder()
                .contextKeyName(key)
                .contextKeyValues(value)
                .contextKeyType(type)
                .build();
    }
}
