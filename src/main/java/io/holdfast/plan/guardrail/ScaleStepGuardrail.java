package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.Difference;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Does a count make a larger step than people want without a look? Where they want that look, down to nothing always does. */
final class ScaleStepGuardrail implements Guardrail {
    @Override
    public Verdict ask(Change change, Situation situation) {
        Optional<Double> most = situation.policy().limits().scaleFactor();
        if (change.action() != Action.UPDATE || most.isEmpty()) {
            return Verdict.proceed();
        }
        return change.differences().stream()
                .filter(it -> change.subject().kind().counts().contains(it.path()))
                .filter(it -> isTooLarge(it, most.orElseThrow()))
                .findFirst()
                .map(it -> Verdict.needsApproval("ScaleStep", sentence(it, most.orElseThrow())))
                .orElseGet(Verdict::proceed);
    }

    private static boolean isTooLarge(Difference difference, double most) {
        BigDecimal from = number(difference.live());
        BigDecimal to = number(difference.desired());
        if (from.signum() == 0 || to.signum() == 0) {
            return to.compareTo(from) < 0;
        }
        BigDecimal factor = from.max(to).divide(from.min(to), MathContext.DECIMAL64);
        return factor.compareTo(BigDecimal.valueOf(most)) > 0;
    }

    private static BigDecimal number(Optional<Object> value) {
        return value.filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast)
                .orElse(BigDecimal.ZERO);
    }

    private static String sentence(Difference difference, double most) {
        return difference.path() + " would go from " + number(difference.live()).toPlainString() + " to "
                + number(difference.desired()).toPlainString() + " at once, and a person looks at steps by more than "
                + BigDecimal.valueOf(most).stripTrailingZeros().toPlainString() + " times or down to nothing";
    }
}
