package io.holdfast.desired;

import static io.holdfast.desired.finding.Code.SCHEMA_TYPE;
import static io.holdfast.desired.finding.Code.SEMANTIC;

import io.holdfast.desired.bind.Binder;
import io.holdfast.desired.bind.Bound;
import io.holdfast.desired.extend.Extension;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.form.Form;
import io.holdfast.desired.form.Key;
import io.holdfast.desired.policy.PolicyReader;
import io.holdfast.desired.yaml.Node.Entry;
import io.holdfast.desired.yaml.Node.Mapping;
import io.holdfast.desired.yaml.Node.Scalar;
import io.holdfast.desired.yaml.Node.Style;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Location;
import io.holdfast.model.policy.Policy;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What an environment says before it declares anything.
 *
 * @param aws where it lives
 * @param policy how far Holdfast may go; a new environment is only looked at
 */
record Header(AwsTarget aws, Policy policy) {
    private static final Binder<Document> DOCUMENT = Binder.of(Document.class);
    private static final Binder<Spec> SPEC = Binder.of(Spec.class);

    /**
     * What a file is, which environment it declares, and what that is made of.
     *
     * @param apiVersion the version of the format
     * @param kind what is declared
     * @param metadata which one is declared
     */
    record Document(
            @Pattern(regexp = "holdfast\\.io/v1", message = "holdfast.io/v1")
            String apiVersion,

            @Pattern(regexp = "Environment", message = "Environment")
            String kind,

            Metadata metadata) {}

    /**
     * Which environment it is.
     *
     * @param name such as {@code production}: must be the file's, or the folder's, so that a copied file is not taken for
     *     its original
     */
    record Metadata(String name) {}

    /**
     * Where the environment lives, how far Holdfast may go in it, and what is declared, section by section.
     *
     * @param aws where it lives
     */
    record Spec(Aws aws) {}

    /**
     * Where the environment lives.
     *
     * @param account the number of the account, in quotes, such as {@code 123456789012}; nothing is ever done in another one
     * @param region such as {@code us-east-1}
     * @param role as whom Holdfast looks and acts, such as {@code arn:aws:iam::123456789012:role/holdfast}; it must live in
     *     the account. Left out, as whom Holdfast itself runs
     */
    record Aws(
            @Pattern(regexp = "[0-9]{12}", message = "twelve digits, quoted")
            String account,

            @Pattern(regexp = AwsTarget.REGION, message = "a region, such as us-east-1")
            String region,

            Optional<
                            @Pattern(
                                    regexp = "arn:aws[a-z-]*:iam::[0-9]{12}:role/[\\w+=,.@/-]+",
                                    message = "the ARN of a role")
                            String>
                    role) {
        AwsTarget target() {
            return new AwsTarget(account, region, role);
        }
    }

    /** What an environment would have said. */
    static Header of(DesiredState desired) {
        return new Header(desired.aws(), desired.policy());
    }

    Document document(String environment) {
        return new Document("holdfast.io/v1", "Environment", new Metadata(environment));
    }

    Spec spec() {
        return new Spec(new Aws(aws.account(), aws.region(), aws.role()));
    }

    /** What may be written in an environment that has these sections. */
    static Form.Keys form(List<Key> sections) {
        Form.Keys spec = SPEC.form().and(PolicyReader.form()).and(sections);
        return DOCUMENT.form().and(List.of(Extension.key(), new Key("spec", spec.about(), true, spec)));
    }

    /** Reads all but the sections; absent where something stands against it. */
    static Optional<Header> read(Mapping root, String environment, List<String> sections, Consumer<Finding> findings) {
        Entry top = new Entry(new Scalar(root.at(), "", Style.PLAIN), root);
        Bound<Document> document = DOCUMENT.bind(top, "", List.of("spec"));
        document.findings().forEach(findings);
        document.value()
                .ifPresent(it -> checkName(it, environment, document.fields().get("metadata.name"), findings));
        Entry spec = root.entries().get("spec");
        if (spec == null) {
            findings.accept(Finding.of(SCHEMA_TYPE, root.at(), "", "spec is missing"));
            return Optional.empty();
        }
        List<String> others =
                Stream.of(PolicyReader.keys(), sections).flatMap(List::stream).toList();
        Bound<Spec> bound = SPEC.bind(spec, "spec", others);
        bound.findings().forEach(findings);
        bound.value().ifPresent(it -> checkRole(it.aws(), bound.fields().get("aws.role"), findings));
        Optional<Policy> policy = PolicyReader.read(spec, findings);
        return bound.value()
                .flatMap(it -> policy.map(rules -> new Header(it.aws().target(), rules)));
    }

    private static void checkName(Document document, String environment, Location at, Consumer<Finding> findings) {
        if (!document.metadata().name().equals(environment)) {
            findings.accept(Finding.of(SEMANTIC, at, "metadata.name", "not the name of its file or folder")
                    .found(document.metadata().name())
                    .allowed(environment));
        }
    }

    /** A role lives in an account, and it must be the one that is named beside it. */
    private static void checkRole(Aws aws, Location at, Consumer<Finding> findings) {
        aws.role()
                .filter(role -> !role.contains("::" + aws.account() + ":"))
                .ifPresent(
                        role -> findings.accept(Finding.of(SEMANTIC, at, "spec.aws.role", "the role of another account")
                                .found(role)
                                .allowed("a role of account " + aws.account())));
    }
}
