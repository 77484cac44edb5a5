package io.holdfast.desired;

import static io.holdfast.desired.finding.Code.REFERENCE;

import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.yaml.Node;
import io.holdfast.desired.yaml.Node.Entry;
import io.holdfast.desired.yaml.Node.Mapping;
import io.holdfast.desired.yaml.Node.Scalar;
import io.holdfast.desired.yaml.Node.Sequence;
import io.holdfast.model.AwsTarget;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ARNs that lead out of the account or the region of their environment, where AWS follows none: the role of another
 * account cannot be passed, and a service runs in no cluster elsewhere. They come from copying one environment to make the
 * next.
 */
final class Whereabouts {
    private static final Pattern ARN = Pattern.compile("arn:[^:]*:[^:]*:([^:]*):([^:]*):.*", Pattern.DOTALL);

    /** Keys whose ARNs must be of the account, and of the region where they name one. */
    private static final Set<String> BOTH = Set.of(
            "cluster", "taskDefinition", "executionRoleArn", "taskRoleArn", "monitoringRoleArn", "roleArn", "role");

    /** Keys whose ARNs may be another account's who shares what they name, but not another region's. */
    private static final Set<String> REGION = Set.of(
            "targetGroupArn", "alternateTargetGroupArn", "registryArn", "notificationTopic", "kmsKeyId", "kmsKey");

    /** Maps whose keys are their author's, and mean nothing to AWS. */
    private static final Set<String> FREE = Set.of(
            "environment", "secrets", "tags", "options", "secretOptions", "dockerLabels", "driverOpts", "labels");

    private final AwsTarget aws;
    private final Consumer<Finding> findings;

    private Whereabouts(AwsTarget aws, Consumer<Finding> findings) {
        this.aws = aws;
        this.findings = findings;
    }

    /** Tells every such ARN in the sections of a file. */
    static void report(Mapping root, AwsTarget aws, Consumer<Finding> findings) {
        root.get("spec")
                .filter(Mapping.class::isInstance)
                .ifPresent(spec -> ((Mapping) spec)
                        .entries().values().stream()
                                .filter(it -> !it.key().text().equals("aws"))
                                .forEach(it -> new Whereabouts(aws, findings).entry(it, "spec")));
    }

    private void entry(Entry entry, String around) {
        String key = entry.key().text();
        look(entry.value(), key, around + "." + key);
    }

    private void look(Node node, String key, String path) {
        if (node instanceof Scalar scalar) {
            look(scalar, key, path);
        } else if (node instanceof Mapping mapping && !FREE.contains(key)) {
            mapping.entries().values().forEach(it -> entry(it, path));
        } else if (node instanceof Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                look(sequence.items().get(i), key, path + "[" + i + "]");
            }
        }
    }

    private void look(Scalar scalar, String key, String path) {
        Matcher arn = ARN.matcher(scalar.text());
        if (!(BOTH.contains(key) || REGION.contains(key)) || !arn.matches()) {
            return;
        }
        if (BOTH.contains(key) && !arn.group(2).equals(aws.account())) {
            tell(scalar, path, "something of another account", "one of account " + aws.account());
        } else if (!arn.group(1).isEmpty() && !arn.group(1).equals(aws.region())) {
            tell(scalar, path, "something of another region", "one of region " + aws.region());
        }
    }

    private void tell(Scalar scalar, String path, String message, String allowed) {
        findings.accept(Finding.of(REFERENCE, scalar.at(), path, message)
                .found(scalar.text())
                .allowed(allowed));
    }
}
