package io.holdfast.sandbox.cloudwatch;

import static java.util.Objects.requireNonNull;

import io.holdfast.sandbox.World;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The metric alarms of one account and region, by name. */
public final class Alarms {

    private final World world;
    private final NavigableMap<String, Alarm> byName = new TreeMap<>();
    private final Map<String, AlarmSubscriber> subscribers = new TreeMap<>();

    private Alarms(World world) {
        this.world = requireNonNull(world, "world");
    }

    /** The alarms of this world. */
    public static Alarms of(World world) {
        return world.part(Alarms.class, () -> new Alarms(world));
    }

    /** Lets somebody hear of alarms whose actions have ARNs with this prefix. */
    public void subscribe(String actionPrefix, AlarmSubscriber subscriber) {
        subscribers.put(actionPrefix, subscriber);
    }

    /** The alarm of this name. */
    public Optional<Alarm> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All alarms in the order of their names. */
    public Collection<Alarm> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /** The alarms with this ARN among their actions of any state. */
    public List<Alarm> acting(String actionArn) {
        return byName.values().stream()
                .filter(alarm -> AlarmState.ACTION_MEMBERS.stream()
                        .anyMatch(member -> alarm.settings().actions(member).contains(actionArn)))
                .toList();
    }

    /** Creates the alarm, or overwrites what it was told to be; state and tags of an existing one stay. */
    public Alarm put(String name, AlarmSettings settings, Map<String, String> tagsIfNew) {
        var now = world.timeline().now();
        var alarm =
                find(name).map(old -> old.with(settings, now)).orElseGet(() -> create(name, settings, tagsIfNew, now));
        byName.put(name, alarm);
        Watch.of(world).look(name);
        return alarm;
    }

    /** Replaces the alarm, if there is one of this name. */
    public void change(String name, UnaryOperator<Alarm> change) {
        byName.computeIfPresent(name, (same, alarm) -> change.apply(alarm));
    }

    /** Deletes the alarm, if there is one of this name. */
    public void delete(String name) {
        byName.remove(name);
    }

    /** Takes an action out of all alarms, as happens when what it names is deleted. */
    public void dropAction(String actionArn) {
        acting(actionArn)
                .forEach(
                        alarm -> byName.put(alarm.name(), alarm.with(without(alarm, actionArn), alarm.configuredAt())));
    }

    /** Brings the alarm into a state; true when it was in another before. */
    boolean enter(String name, AlarmState next) {
        var before = byName.get(name);
        byName.put(name, before.with(next));
        return !before.state().value().equals(next.value());
    }

    /** Tells the subscribers named by the actions of the alarm's state, unless its actions are disabled. */
    void act(String name) {
        var alarm = byName.get(name);
        if (alarm.settings().actionsEnabled()) {
            alarm.settings().actions(alarm.state().actionMember()).forEach(arn -> tell(alarm, arn));
        }
    }

    private void tell(Alarm alarm, String actionArn) {
        subscribers.forEach((prefix, subscriber) -> {
            if (actionArn.startsWith(prefix)) {
                subscriber.alarmed(alarm, actionArn);
            }
        });
    }

    private Alarm create(String name, AlarmSettings settings, Map<String, String> tags, Instant now) {
        return new Alarm(
                name, world.arn("cloudwatch", "alarm:" + name), settings, now, AlarmState.unchecked(now), tags);
    }

    private static AlarmSettings without(Alarm alarm, String actionArn) {
        var settings = alarm.settings();
        for (var member : AlarmState.ACTION_MEMBERS) {
            var kept = settings.actions(member).stream()
                    .filter(arn -> !arn.equals(actionArn))
                    .toList();
            settings = settings.with(member, kept);
        }
        return settings;
    }
}
