package jinbo.command;

/** That {@code serve} has ended because it was told to. */
record Served() implements Answer {
    @Override
    public void tell(Page page) {
        page.say("serve.ended");
    }
}
