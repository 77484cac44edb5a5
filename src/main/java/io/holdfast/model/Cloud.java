package io.holdfast.model;

/** AWS in one account and region, as one role sees it. */
public interface Cloud {
    /** Begins a look. Looks that go on at the same time share their calls; each must be closed. */
    Look look();

    /** Asks AWS whose credentials these are. */
    Caller caller();

    /** The kinds, for acting. */
    Handlers handlers();

    /** A look that has begun. */
    interface Look extends AutoCloseable {
        /** The kinds, for looking. */
        Handlers handlers();

        @Override
        void close();
    }
}
