package io.holdfast.sandbox.fault;

import io.holdfast.sandbox.wire.XmlList;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A resource seems to stay in one state: the member shows the value from the first strike on, until the time is over. */
final class StayIn implements Fault {

    private final String member;
    private final String value;
    private final Duration duration;
    private Instant until;

    StayIn(String member, String value, Duration duration) {
        this.member = member;
        this.value = value;
        this.duration = duration;
    }

    @Override
    public String name() {
        return "stay-in";
    }

    @Override
    public boolean applies(Attempt attempt) {
        if (until == null) {
            until = attempt.now().plus(duration);
        }
        return attempt.now().isBefore(until);
    }

    @Override
    public Answer strike(Attempt attempt) {
        return attempt.proceed().withOutput(this::changed);
    }

    private Map<String, Object> changed(Map<?, ?> members) {
        var copy = new LinkedHashMap<String, Object>();
        members.forEach((name, old) ->
                copy.put(name.toString(), name.equals(member) && old instanceof String ? value : changedValue(old)));
        return copy;
    }

    private Object changedValue(Object old) {
        if (old instanceof Map<?, ?> map) {
            return changed(map);
        }
        if (old instanceof XmlList list) {
            return new XmlList(list.item(), changedItems(list.values()));
        }
        return old instanceof List<?> list ? changedItems(list) : old;
    }

    private List<Object> changedItems(List<?> items) {
        return items.stream().map(this::changedValue).toList();
    }
}
