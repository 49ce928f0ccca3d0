package jinbo.demo;

import java.io.PrintWriter;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Prints what the demo does, in the reader's language. */
final class DemoOutput {

    private final PrintWriter out;
    private final ResourceBundle texts;
    private final Locale locale;
    private int step;

    DemoOutput(PrintWriter out, Locale locale) {
        this.out = out;
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(
                "jinbo.demo.story",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Locale language() {
        return locale;
    }

    void step(String key, Object... facts) {
        step++;
        out.println();
        out.println(step + ". " + text(key, facts));
    }

    void print(String key, Object... facts) {
        out.println("   " + text(key, facts));
        out.flush();
    }

    void line(String line) {
        out.println(line);
        out.flush();
    }

    String text(String key, Object... facts) {
        return new MessageFormat(texts.getString(key), locale).format(facts);
    }
}
