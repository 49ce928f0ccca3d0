package jinbo.platform.http;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes HTML pages for print, files and mail, from Thymeleaf templates below {@code jinbo/} on the class path. */
public final class PrintablePage {

    private static final SpringTemplateEngine TEMPLATES = templates();

    private PrintablePage() {}

    /** Writes a page in UTF-8 and leaves the stream open. Exceptions of the model are passed on. */
    public static void write(String template, Map<String, Object> model, OutputStream out) {
        try {
            Writer page = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
            TEMPLATES.process(template, new Context(Locale.ROOT, model), page);
            page.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateEngineException e) {
            throw causeOf(e);
        }
    }

    /** Replaces control characters, invisible ones, and those that change the text direction. */
    public static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> visible.appendCodePoint(isPlain(c) ? c : 0xFFFD));
        return visible.toString();
    }

    private static boolean isPlain(int c) {
        int type = Character.getType(c);
        return !Character.isISOControl(c)
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }

    private static SpringTemplateEngine templates() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(PrintablePage.class.getClassLoader());
        resolver.setPrefix("jinbo/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    /** The exception that the engine has wrapped to add the position in the template. */
    private static RuntimeException causeOf(TemplateEngineException failed) {
        Throwable cause = failed;
        while (cause instanceof TemplateEngineException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof IOException e) {
            return new UncheckedIOException(e);
        }
        return cause instanceof RuntimeException e ? e : failed;
    }
}
