package io.holdfast.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a kind of resource is: where it is declared, what we manage of it, when two values count as equal, and what
 * must be there first. Pure: looking and acting are the {@link Observer}'s and the {@link Actuator}'s.
 *
 * @param <S> the record that holds its desired and its live state alike
 */
public interface Kind<S> {
    KindName name();

    /** A record; its required components are plain, those that may be left out are {@link Optional}. */
    Class<S> stateType();

    Slot slot();

    FieldTable<S> fields();

    /** Its AWS name, unique among its kind in an account and region, in the spelling AWS stores. */
    String key(S resolved);

    /** What a create calls, in order. */
    List<String> createCalls();

    /** What an adoption calls. */
    String adoptCall();

    /** Whether losing it loses data, so that it is never replaced or deleted without being named in an approval. */
    default boolean holdsData() {
        return false;
    }

    /**
     * The calls that delete it, in order; where AWS finishes one before it takes the next, the first. None for a kind that
     * is left where it is.
     */
    default List<Step> deletion(S live) {
        return List.of();
    }

    /** Why AWS would refuse to delete it as it is, in a sentence, until the YAML has lifted that. */
    default Optional<String> protection(S live) {
        return Optional.empty();
    }

    /** Why no final snapshot of its data can be taken as it is, in a sentence; a person has to help it first. */
    default Optional<String> unsaved(S live) {
        return Optional.empty();
    }

    /** What tells it from a later one of the same name; empty where AWS tells nothing, or by the ARN already. */
    default Optional<String> incarnation(S live) {
        return Optional.empty();
    }

    /**
     * Every call that may be made so that it comes to be, is taken over and stays as declared, the deletion left out. More may
     * be known to the kind than its field table says.
     */
    default Set<String> calls(S declared) {
        Set<String> calls = new TreeSet<>(createCalls());
        calls.add(adoptCall());
        fields().cells(declared, Optional.empty()).forEach(it -> calls.add(it.call()));
        return calls;
    }

    /** What IAM has to allow for a call to be made. */
    default Permission permission(String call, AwsTarget at, S resolved) {
        return Permission.of(call);
    }

    /** The roles that its calls hand to a service of AWS, each as the permission to do so. */
    default List<Permission> passes(AwsTarget at, S resolved) {
        return List.of();
    }

    /** The kinds that hang on this one and must be gone before it can be deleted. */
    default Set<KindName> goneFirst() {
        return Set.of();
    }

    /** Whether a resource of one of these kinds hangs on this very one, as the AWS names of both tell. */
    default boolean carries(String key, String other) {
        return other.startsWith(key + "/");
    }

    /** Paths of fields that say how many of something run: a large step in them may deserve a person's look. */
    default Set<String> counts() {
        return Set.of();
    }

    /** What a call would bring about beside what it is sent for, in a sentence: changes somebody parked for a quiet hour. */
    default Optional<String> sideEffect(S desired, Observed.Present<S> live, Step step) {
        return Optional.empty();
    }

    /** What must be there first; of these only the declared ones count. */
    default Set<ResourceId> needs(ResourceId self, S declared) {
        return Set.of();
    }

    /**
     * Fields in which an author names another resource: field path to what is meant if that is declared. A name that is not
     * declared stays AWS's own, unless it is so near to a declared one that it must be a slip.
     */
    default Map<String, ResourceId> mentions(ResourceId self, S declared) {
        return Map.of();
    }

    /**
     * What is wrong with a declaration though each of its values is allowed by itself, as far as the YAML alone tells:
     * a pair AWS does not offer, a least above a most, a name that leads nowhere.
     *
     * @param references the other declared resources, by their AWS names and with what they ask for; none of them is looked at
     *     in AWS
     */
    default List<Problem> check(ResourceId self, S declared, References references) {
        return List.of();
    }

    /** Fields that stand for another resource's content: they differ exactly while that one is not as declared. */
    default Map<String, ResourceId> follows(ResourceId self, S declared) {
        return Map.of();
    }

    /** Fills in what the declaration takes from other resources; a name that is not declared here stays literal. */
    default S resolve(ResourceId self, S declared, References references) {
        return declared;
    }

    /**
     * The declaration that would have asked for this, other resources by their logical names, less what AWS has chosen by
     * itself or no declaration may say. What is like a field's default need not be left out here.
     */
    default S exported(S live, Named named) {
        return live;
    }

    /** Why fields may differ, as far as the two states and the time tell. */
    default List<Excuse> excuses(S desired, S live, Instant now) {
        return List.of();
    }

    /**
     * What this resource, by being declared, makes of another one's fields at this time.
     *
     * @param live what AWS shows of this resource; empty while it is not there or could not be looked at
     */
    default Optional<Timetable> timetable(ResourceId self, S declared, Optional<S> live, Instant now) {
        return Optional.empty();
    }

    /**
     * The calls that close the differences, in the order in which AWS wants them. Where AWS takes only one change at
     * a time, only the first is given: a later pass plans the rest.
     */
    default List<Step> steps(List<Difference> differences) {
        return Step.perCall(differences);
    }
}
