package jinbo.cases.report;

public record BilingualTitle(String zh, String en) {

    /** What is called the same in both: a code, a month. */
    static BilingualTitle same(String text) {
        return new BilingualTitle(text, text);
    }

    /** In the language of whoever reads, by its ISO 639 code. */
    public String in(String language) {
        return language.equals("zh") ? zh : en;
    }
}
