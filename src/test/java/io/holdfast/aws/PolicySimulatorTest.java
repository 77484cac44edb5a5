package io.holdfast.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.aws.Wire.Asked;
import io.holdfast.aws.Wire.Said;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.Clearance;
import io.holdfast.model.Fault;
import io.holdfast.model.Permission;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is concluded from what IAM says of itself, and from what it does not say. */
class PolicySimulatorTest {
    private static final Permission UPDATE = Permission.of("ecs:UpdateService", Wire.TARGET, "service/main/web");
    private static final String SERVICE = UPDATE.resource();
    private static final String ROLE = "arn:aws:iam::123456789012:role/team/holdfast";

    private static final String SESSION = "arn:aws:sts::123456789012:assumed-role/holdfast/i-0a1b";

    private static Said identity(String arn) {
        return Said.ok(
                "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>" + arn
                        + "</Arn><UserId>U</UserId><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>");
    }

    private static Said results(String members, String rest) {
        return Said.ok("<SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult><EvaluationResults>" + members
                + "</EvaluationResults>" + rest + "</SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>");
    }

    /** One result, as AWS has given them for each action and resource. */
    private static String result(String decision, String more) {
        return "<member><EvalActionName>ecs:UpdateService</EvalActionName><EvalResourceName>" + SERVICE
                + "</EvalResourceName><EvalDecision>" + decision + "</EvalDecision>" + more + "</member>";
    }

    /** One result, as AWS gives it now: the strictest over all resources, and in it one for each. */
    private static String gathered(String decision, String more) {
        return "<member><EvalActionName>ecs:UpdateService</EvalActionName><EvalResourceName>*</EvalResourceName>"
                + "<EvalDecision>explicitDeny</EvalDecision><ResourceSpecificResults>"
                + "<member><EvalResourceName>arn:another</EvalResourceName>"
                + "<EvalResourceDecision>explicitDeny</EvalResourceDecision></member>"
                + "<member><EvalResourceName>" + SERVICE + "</EvalResourceName><EvalResourceDecision>" + decision
                + "</EvalResourceDecision>" + more + "</member></ResourceSpecificResults></member>";
    }

    private static Said error(int status, String code) {
        return new Said(
                status,
                "<ErrorResponse><Error><Type>Sender</Type><Code>" + code
                        + "</Code><Message>no</Message></Error></ErrorResponse>");
    }

    private static Clearance asked(Function<Asked, Said> iam) {
        return asked(new Wire(it -> it.operation().equals("GetCallerIdentity") ? identity(SESSION) : iam.apply(it)));
    }

    private static Clearance asked(Wire wire) {
        return wire.access().simulator().ask(List.of(UPDATE)).get(0);
    }

    static Stream<Function<String, String>> shapes() {
        return Stream.of(decision -> result(decision, ""), decision -> gathered(decision, ""));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void allowedIsAllowedAndDeniedIsMissingInBothShapesOfTheAnswer(Function<String, String> shape) {
        assertThat(asked(it -> results(shape.apply("allowed"), ""))).isEqualTo(new Clearance.Allowed(UPDATE));
        assertThat(asked(it -> results(shape.apply("implicitDeny"), "")))
                .isEqualTo(new Clearance.Denied(UPDATE, "no policy allows it"));
        assertThat(asked(it -> results(shape.apply("explicitDeny"), "")))
                .isEqualTo(new Clearance.Denied(UPDATE, "denied by a policy"));
        assertThat(asked(it -> results(shape.apply("perhaps"), ""))).isInstanceOf(Clearance.Open.class);
    }

    @Test
    void whatDeniesIsNamed() {
        String policy =
                "<MatchedStatements><member><SourcePolicyId>freeze</SourcePolicyId></member></MatchedStatements>";
        String bounded = "<PermissionsBoundaryDecisionDetail><AllowedByPermissionsBoundary>false"
                + "</AllowedByPermissionsBoundary></PermissionsBoundaryDecisionDetail>";

        assertThat(asked(it -> results(gathered("explicitDeny", policy), "")))
                .isEqualTo(new Clearance.Denied(UPDATE, "denied by the policy freeze"));
        assertThat(asked(it -> results(result("implicitDeny", bounded), "")))
                .isEqualTo(new Clearance.Denied(UPDATE, "the permissions boundary does not allow it"));
    }

    /** Neither is more than a guess: the one lacks what the request will have, the other what AWS cannot simulate. */
    @ParameterizedTest
    @CsvSource({"allowed", "explicitDeny", "implicitDeny"})
    void whatRestsOnAConditionOrOnAnOrganisationIsLeftOpen(String decision) {
        String condition = "<MissingContextValues><member>aws:SourceVpce</member></MissingContextValues>";
        String organization = "<OrganizationsDecisionDetail><AllowedByOrganizations>false"
                + "</AllowedByOrganizations></OrganizationsDecisionDetail>";

        assertThat(asked(it -> results(gathered(decision, condition), "")))
                .isInstanceOfSatisfying(
                        Clearance.Open.class, it -> assertThat(it.because()).contains("aws:SourceVpce"));
        assertThat(asked(it -> results(result(decision, organization), "")))
                .isInstanceOfSatisfying(
                        Clearance.Open.class, it -> assertThat(it.because()).contains("organisation"));
    }

    static List<Said> silences() {
        return List.of(
                error(403, "AccessDenied"),
                error(400, "Throttling"),
                error(500, "ServiceFailure"),
                Said.nothing(),
                Said.ok(""),
                Said.ok("<html>please log in</html>"),
                results("", ""),
                results(result("allowed", "").replace("UpdateService", "CreateService"), ""),
                results(result("allowed", "").replace("/web", "/other"), ""),
                results(result("allowed", ""), "<IsTruncated>true</IsTruncated><Marker>again</Marker>"));
    }

    @ParameterizedTest
    @MethodSource("silences")
    void aQuestionThatGotNoAnswerMakesNothingMissingAndNothingFine(Said said) {
        Clearance clearance = asked(it -> said);

        assertThat(clearance)
                .isInstanceOfSatisfying(
                        Clearance.Open.class, it -> assertThat(it.trouble()).isPresent());
    }

    @Test
    void thatTheSimulationItselfIsDeniedNamesIt() {
        Clearance clearance = asked(it -> error(403, "AccessDenied"));

        assertThat(clearance)
                .isInstanceOfSatisfying(
                        Clearance.Open.class,
                        it -> assertThat(it.trouble()).hasValueSatisfying(fault -> {
                            assertThat(fault.kind()).isEqualTo(Fault.Kind.DENIED);
                            assertThat(fault.operation()).isEqualTo("iam:SimulatePrincipalPolicy");
                        }));
    }

    @Test
    void allPagesOfAnAnswerAreRead() {
        // Given
        List<Said> pages = new ArrayList<>(List.of(
                results(
                        result("allowed", "").replace("Update", "Delete"),
                        "<IsTruncated>true</IsTruncated><Marker>2</Marker>"),
                results(result("allowed", ""), "<IsTruncated>false</IsTruncated>")));

        // When
        Clearance clearance = asked(it -> pages.remove(0));

        // Then
        assertThat(clearance).isEqualTo(new Clearance.Allowed(UPDATE));
        assertThat(pages).isEmpty();
    }

    @Test
    void theRoleOfTheYamlIsAskedAboutWithItsPath() {
        // Given
        Wire wire =
                new Wire(it -> it.operation().equals("AssumeRole") ? assumed() : results(result("allowed", ""), ""));
        AwsTarget target = new AwsTarget("123456789012", "us-east-1", Optional.of(ROLE));

        // When
        new AwsAccessPool(wire.settings()).of(target).simulator().ask(List.of(UPDATE));

        // Then
        assertThat(wire.operations()).containsExactly("AssumeRole", "SimulatePrincipalPolicy");
        assertThat(form(wire.asked().get(1))).contains("PolicySourceArn=" + ROLE + "&");
    }

    private static Said assumed() {
        return Said.ok(
                "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>AKIDASSUMED</AccessKeyId>"
                        + "<SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>"
                        + "<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>");
    }

    /** A session's ARN leaves the path out; only where that matters is the role looked up. */
    @Test
    void thePathOfASessionsRoleIsLookedUpWhenItHasOne() {
        // Given
        Wire wire = new Wire(it -> switch (it.operation()) {
            case "GetCallerIdentity" -> identity(SESSION);
            case "GetRole" ->
                Said.ok("<GetRoleResponse><GetRoleResult><Role><Arn>" + ROLE
                        + "</Arn></Role></GetRoleResult></GetRoleResponse>");
            default -> form(it).contains(ROLE) ? results(result("allowed", ""), "") : error(404, "NoSuchEntity");
        });

        // When
        Clearance clearance = asked(wire);

        // Then
        assertThat(clearance).isEqualTo(new Clearance.Allowed(UPDATE));
        assertThat(wire.operations())
                .containsExactly("GetCallerIdentity", "SimulatePrincipalPolicy", "GetRole", "SimulatePrincipalPolicy");
    }

    @Test
    void aRoleWithoutAPathIsNotLookedUp() {
        Wire wire = new Wire(it ->
                it.operation().equals("GetCallerIdentity") ? identity(SESSION) : results(result("allowed", ""), ""));

        assertThat(asked(wire)).isEqualTo(new Clearance.Allowed(UPDATE));
        assertThat(wire.operations()).containsExactly("GetCallerIdentity", "SimulatePrincipalPolicy");
    }

    @Test
    void thatTheRoleMayNotBeLookedUpIsToldAsThatAndNothingElse() {
        Clearance clearance =
                asked(it -> it.operation().equals("GetRole") ? error(403, "AccessDenied") : error(404, "NoSuchEntity"));

        assertThat(clearance)
                .isInstanceOfSatisfying(
                        Clearance.Open.class,
                        it -> assertThat(it.trouble().map(Fault::operation)).contains("iam:GetRole"));
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::123456789012:root",
        "arn:aws:sts::123456789012:federated-user/joe",
        "arn:aws:iam::123456789012:something/new"
    })
    void whoIsNeitherARoleNorAUserIsNotAskedAbout(String arn) {
        Wire wire = new Wire(it -> identity(arn));

        assertThat(asked(wire))
                .isInstanceOfSatisfying(
                        Clearance.Open.class, it -> assertThat(it.because()).contains(arn));
        assertThat(wire.operations()).containsOnly("GetCallerIdentity");
    }

    @Test
    void aQuestionSaysWhatTheRequestWouldHave() {
        // Given
        Wire wire = new Wire(it -> it.operation().equals("GetCallerIdentity")
                ? identity("arn:aws:iam::123456789012:user/ops/ana")
                : results(result("allowed", ""), ""));

        // When
        wire.access().simulator().ask(List.of(UPDATE.given("ecs:cluster", "arn:main")));

        // Then
        assertThat(form(wire.asked().get(1)))
                .contains("PolicySourceArn=arn:aws:iam::123456789012:user/ops/ana&")
                .contains("ContextKeyName=ecs:cluster&", "ContextKeyValues.member.1=arn:main&")
                .contains("ContextKeyName=aws:RequestedRegion&", "ContextKeyValues.member.1=us-east-1&");
    }

    private static String form(Asked asked) {
        return URLDecoder.decode(asked.body(), StandardCharsets.UTF_8) + "&";
    }

    @Test
    void whatIsAboutTheSameIsAskedTogetherAndNothingElseIsAsked() {
        // Given
        PolicySimulator simulator = new Wire(it -> Said.nothing()).access().simulator();
        Permission delete = Permission.of("ecs:DeleteService", Wire.TARGET, "service/main/web");
        Permission other = Permission.of("ecs:UpdateService", Wire.TARGET, "service/main/api");
        Permission tagged = UPDATE.given("aws:ResourceTag/a", "b");

        // When
        List<List<Permission>> together = simulator.batches(List.of(UPDATE, delete, UPDATE));
        List<List<Permission>> apart = simulator.batches(List.of(UPDATE, delete, other, tagged));

        // Then
        assertThat(together).containsExactly(List.of(UPDATE, delete));
        assertThat(apart).containsExactlyInAnyOrder(List.of(other, UPDATE), List.of(delete), List.of(tagged));
    }

    @Test
    void manyResourcesTakeSeveralQuestions() {
        // Given
        PolicySimulator simulator = new Wire(it -> Said.nothing()).access().simulator();
        List<Permission> many = IntStream.range(0, 60)
                .mapToObj(it -> Permission.of("ecs:UpdateService", Wire.TARGET, "service/main/" + it))
                .toList();

        // When
        List<List<Permission>> batches = simulator.batches(many);

        // Then
        assertThat(batches).extracting(List::size).containsExactly(25, 25, 10);
        assertThat(batches.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(many);
    }
}
