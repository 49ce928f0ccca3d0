package jinbo.cases.report;

/**
 * A few words of the report in both languages.
 *
 * @param zh Chinese
 * @param en English
 */
public record Titled(String zh, String en) {

    /** What is called the same in both: a code, a month. */
    static Titled same(String text) {
        return new Titled(text, text);
    }

    /** In the language of whoever reads, by its ISO 639 code. */
    public String in(String language) {
        return language.equals("zh") ? zh : en;
    }
}
