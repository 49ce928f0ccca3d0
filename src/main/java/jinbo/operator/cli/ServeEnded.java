package jinbo.operator.cli;

import jinbo.participant.operation.Incomplete;

/** @param databaseLost true if the home's own database no longer answers, false if a signal ended it */
record ServeEnded(boolean databaseLost) implements Incomplete {

    @Override
    public boolean complete() {
        return !databaseLost;
    }
}
