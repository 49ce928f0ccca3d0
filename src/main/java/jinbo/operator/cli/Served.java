package jinbo.operator.cli;

import jinbo.participant.operation.Incomplete;

/**
 * That {@code serve} has ended.
 *
 * @param databaseLost whether that is because the home's own database answers no more, and not because it was told to
 */
record Served(boolean databaseLost) implements Incomplete {

    @Override
    public boolean complete() {
        return !databaseLost;
    }
}
