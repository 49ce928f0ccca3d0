package jinbo.operator.cli;

import jinbo.participant.operation.Incomplete;

/**
 * @param databaseLost whether that is because the home's own database answers no more, and not because it was told to
 */
record Served(boolean databaseLost) implements Incomplete {

    @Override
    public boolean complete() {
        return !databaseLost;
    }
}
