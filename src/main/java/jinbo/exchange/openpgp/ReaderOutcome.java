package jinbo.exchange.openpgp;

import java.io.IOException;

/**
 * What came of the reader: a value or an error of its own, both kept until the envelope is verified, because both may
 * tell of the content.
 *
 * @param <T> what the reader makes of the content
 */
sealed interface ReaderOutcome<T> {

    /** The value, or the error thrown. */
    T release() throws IOException;

    /** A value. */
    record Value<T>(T value) implements ReaderOutcome<T> {
        @Override
        public T release() {
            return value;
        }
    }

    /** A failing source of the reader's own. */
    record Failed<T>(IOException error) implements ReaderOutcome<T> {
        @Override
        public T release() throws IOException {
            throw error;
        }
    }

    /** A refusal by the reader. */
    record Refused<T>(RuntimeException error) implements ReaderOutcome<T> {
        @Override
        public T release() {
            throw error;
        }
    }

    static <T> ReaderOutcome<T> of(PlaintextReader<T> reader, PlaintextInputStream clear) {
        try {
            return new Value<>(reader.read(clear));
        } catch (IOException e) {
            return new Failed<>(e);
        } catch (RuntimeException e) {
            return new Refused<>(e);
        }
    }
}
