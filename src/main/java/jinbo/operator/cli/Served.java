package jinbo.operator.cli;

/**
 * That {@code serve} has ended.
 *
 * @param databaseLost whether that is because the home's own database answers no more, and not because it was told to
 */
record Served(boolean databaseLost) implements Answer {
    @Override
    public void tell(Page page) {
        page.say(databaseLost ? "serve.database-lost" : "serve.ended");
    }

    @Override
    public boolean complete() {
        return !databaseLost;
    }
}
