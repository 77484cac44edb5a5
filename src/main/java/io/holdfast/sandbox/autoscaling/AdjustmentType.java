package io.holdfast.sandbox.autoscaling;

import java.util.Arrays;

/** How the number of a step adjustment is meant; names as on the wire. */
enum AdjustmentType {
    ChangeInCapacity {
        @Override
        int apply(int current, int adjustment, int leastChange) {
            return current + adjustment;
        }
    },
    ExactCapacity {
        @Override
        int apply(int current, int adjustment, int leastChange) {
            return adjustment;
        }
    },
    PercentChangeInCapacity {
        @Override
        int apply(int current, int adjustment, int leastChange) {
            int change = towardsZeroButNotToIt(current * adjustment / 100.0);
            int size = Math.max(Math.abs(change), leastChange);
            return current + Integer.signum(adjustment) * size;
        }
    };

    /** The count after the adjustment; bounds are not looked at here. */
    abstract int apply(int current, int adjustment, int leastChange);

    static AdjustmentType of(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.name().equals(wireName))
                .findFirst()
                .orElseThrow(() -> Errors.invalid("Unsupported adjustment type: " + wireName));
    }

    /** A part of a task becomes one task; beyond one the fraction is dropped (Auto Scaling guide, step scaling). */
    private static int towardsZeroButNotToIt(double change) {
        return Math.abs(change) < 1 ? (int) Math.signum(change) : (int) change;
    }
}
