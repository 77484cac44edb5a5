package io.holdfast.drift;

import io.holdfast.model.Cause;
import io.holdfast.model.Cell;
import io.holdfast.model.Difference;
import java.util.Optional;
import java.util.SortedMap;

/** Who moved: desired now, last applied and live, three ways, field by field. */
final class Causes {
    private final SortedMap<String, Object> lastApplied;
    private final SortedMap<String, Object> desired;
    private final SortedMap<String, Object> live;

    Causes(SortedMap<String, Object> lastApplied, SortedMap<String, Object> desired, SortedMap<String, Object> live) {
        this.lastApplied = lastApplied;
        this.desired = desired;
        this.live = live;
    }

    Cause of(Cell cell) {
        if (lastApplied.isEmpty()) {
            return Cause.FIRST_OBSERVATION;
        }
        boolean desiredMoved = hasDesiredMoved(cell);
        boolean liveMoved = hasLiveMoved(cell);
        if (desiredMoved && liveMoved) {
            return Cause.CONFLICT;
        }
        return desiredMoved ? Cause.PENDING_CHANGE : Cause.LIVE_DRIFT;
    }

    /** What the two last agreed on, fit to be shown. */
    Optional<Object> lastApplied(Cell cell) {
        Optional<Object> value = Optional.ofNullable(lastApplied.get(cell.path()));
        return cell.hidden() ? value.map(it -> Difference.HIDDEN) : value;
    }

    private boolean hasDesiredMoved(Cell cell) {
        if (cell.desired().isEmpty() || !desired.containsKey(cell.path())) {
            return cell.desired().isPresent() != isRemembered(cell.path());
        }
        return !desired.get(cell.path()).equals(lastApplied.get(cell.path()));
    }

    private boolean hasLiveMoved(Cell cell) {
        Object last = lastApplied.get(cell.path());
        if (last == null) {
            return isRemembered(cell.path()) ? cell.live().isEmpty() : isExtra(cell);
        }
        return cell.hidden()
                ? !last.equals(live.get(cell.path()))
                : !cell.rule().holds(last, cell.live());
    }

    /** A member that only AWS has, and that we never had. */
    private boolean isExtra(Cell cell) {
        return cell.desired().isEmpty() && cell.live().isPresent();
    }

    private boolean isRemembered(String path) {
        return lastApplied.containsKey(path)
                || !lastApplied.subMap(path + ".", path + "/").isEmpty();
    }
}
