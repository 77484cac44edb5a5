package io.holdfast.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What every kind owes once it is there, in the order in which it is asked. Each begins and ends with everything as declared. */
final class Clauses {
    private Clauses() {}

    static List<Clause> of(Contract contract, Rivalry rivalry) {
        List<Clause> clauses = new ArrayList<>();
        clauses.add(new Clause("what is declared is made", rivalry::begins));
        clauses.add(new Clause("the second plan is empty", rivalry::staysQuiet));
        clauses.add(new Clause("what is not declared is left alone", rivalry::leavesTheUndeclaredAlone));
        contract.changes()
                .forEach((resource, changes) -> changes.forEach(change -> clauses.add(new Clause(
                        resource + ": " + list(change.keySet()) + " is found, named and repaired",
                        resource,
                        change.keySet(),
                        () -> rivalry.repairs(resource, change)))));
        contract.byHand()
                .forEach((resource, deeds) -> deeds.forEach(deed -> clauses.add(new Clause(
                        resource + ": " + list(deed.found()) + " done by hand is found, named and repaired",
                        resource,
                        deed.found(),
                        () -> rivalry.repairs(resource, deed)))));
        contract.remade()
                .forEach((resource, remakes) -> remakes.forEach(remake -> clauses.add(new Clause(
                        resource + ": made anew with another " + list(remake.found())
                                + " is found, named and left to a person",
                        resource,
                        remake.found(),
                        () -> rivalry.leavesToAPerson(resource, remake)))));
        return clauses;
    }

    private static String list(Collection<String> paths) {
        return String.join(", ", paths);
    }
}
