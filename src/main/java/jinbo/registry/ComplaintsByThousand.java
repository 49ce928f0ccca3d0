package jinbo.registry;

import jinbo.exchange.format.Term;

/**
 * Complaints of one upload in memory as the blocks need them: those on the numbers of a thousand stand together, the
 * lowest first.
 */
interface ComplaintsByThousand {

    int size();

    long mobile(int at);

    Term term(int at);

    /** For whom it is meant, by the index of {@link ComplaintScopes}. */
    int target(int at);
}
