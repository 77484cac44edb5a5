package io.holdfast.drift;

import io.holdfast.model.Cause;
import io.holdfast.model.Cell;
import io.holdfast.model.Difference;
import io.holdfast.model.FirstLook;
import io.holdfast.model.Remembered;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Who moved, field by field: desired now, last applied and live, three ways. Where the two have never agreed, each is held
 * against what it was when they were first compared; where that is not known either, this look is the first.
 */
final class Causes {
    private final SortedMap<String, Object> lastApplied;
    private final Optional<FirstLook> firstLook;
    private final FirstLook now;
    private final List<String> owned;

    /**
     * Of one resource.
     *
     * @param owned the maps the declaration has the whole of; what is remembered has those it had when last looked at
     */
    Causes(Remembered memory, FirstLook now, List<String> owned) {
        this.owned = owned;
        this.lastApplied = memory.lastApplied();
        this.firstLook = memory.firstLook();
        this.now = now;
    }

    Cause of(Cell cell) {
        FirstLook first = firstLook(cell.path());
        return isRemembered(cell.path()) || first.isEmpty()
                ? cause(hasDesiredMoved(cell), hasLiveMoved(cell), Cause.LIVE_DRIFT)
                : sinceFirstLook(first, now.at(cell.path()));
    }

    /** The values of a field when it was first compared, which may be now; none for one that was declared later. */
    FirstLook firstLook(String path) {
        return isYetToBeCompared(path) ? now.at(path) : firstLook.orElseThrow().at(path);
    }

    /** Whether no look has compared a field so far, although it was there to be compared. */
    boolean isYetToBeCompared(String path) {
        return firstLook
                .map(it -> it.at(path).isEmpty() && it.isExplained(path))
                .orElse(true);
    }

    private static Cause sinceFirstLook(FirstLook first, FirstLook now) {
        return cause(!first.desired().equals(now.desired()), !first.live().equals(now.live()), Cause.FIRST_OBSERVATION);
    }

    private static Cause cause(boolean desiredMoved, boolean liveMoved, Cause neither) {
        if (desiredMoved && liveMoved) {
            return Cause.CONFLICT;
        }
        return desiredMoved ? Cause.PENDING_CHANGE : liveMoved ? Cause.LIVE_DRIFT : neither;
    }

    /** What the two last agreed on, fit to be shown. */
    Optional<Object> lastApplied(Cell cell) {
        Optional<Object> value = Optional.ofNullable(lastApplied.get(cell.path()));
        return cell.hidden() ? value.map(it -> Difference.HIDDEN) : value;
    }

    private boolean hasDesiredMoved(Cell cell) {
        SortedMap<String, Object> desired = now.desired();
        if (cell.desired().isEmpty() || !desired.containsKey(cell.path())) {
            return cell.desired().isPresent() != isRemembered(cell.path())
                    || newlyOwned(cell).isPresent();
        }
        return !desired.get(cell.path()).equals(lastApplied.get(cell.path()));
    }

    private boolean hasLiveMoved(Cell cell) {
        Object last = lastApplied.get(cell.path());
        if (last == null) {
            return isRemembered(cell.path())
                    ? cell.live().isEmpty()
                    : isExtra(cell) && newlyOwned(cell).isEmpty();
        }
        return cell.hidden()
                ? !last.equals(now.live().get(cell.path()))
                : !cell.rule().holds(last, cell.live());
    }

    /** The map that this commit is the first to declare, where that alone makes a difference of a member only AWS has. */
    Optional<String> newlyOwned(Cell cell) {
        boolean isUnheardOf = isExtra(cell)
                && !isRemembered(cell.path())
                && firstLook(cell.path()).isEmpty();
        return owned.stream()
                .filter(it -> isUnheardOf && cell.path().startsWith(it + "."))
                .max(Comparator.comparingInt(String::length))
                .filter(it -> !lastApplied.containsKey(it));
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
