package jinbo.platform.csv;

import java.io.IOException;
import java.io.Reader;

/** Filters the input of Commons CSV, which does not limit rows and accepts blanks after a closing quote. */
final class StrictCsvReader extends Reader {

    private enum Place {
        FIELD_START,
        PLAIN,
        QUOTED,
        AFTER_QUOTE
    }

    private final Reader text;
    private final int maxRowChars;
    private Place place = Place.FIELD_START;
    private boolean afterReturn;
    private boolean broken;
    private long line = 1;
    private long rowLine = 1;
    private int rowChars;

    StrictCsvReader(Reader text, int maxRowChars) {
        this.text = text;
        this.maxRowChars = maxRowChars;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int read = broken ? 0 : text.read(into, offset, length);
        broken |= read < 0 && place == Place.QUOTED;
        int sound = 0;
        while (sound < read && !broken) {
            broken = !accepts(into[offset + sound]);
            sound += broken ? 0 : 1;
        }
        if (broken && sound == 0) {
            throw new CsvSyntaxException(rowLine);
        }
        return read < 0 ? read : sound;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private boolean accepts(char next) {
        boolean endsLine = next == '\n' || next == '\r';
        if (endsLine && !(next == '\n' && afterReturn)) {
            line++;
        }
        afterReturn = next == '\r';
        if (endsLine && place != Place.QUOTED) {
            place = Place.FIELD_START;
            rowChars = 0;
            rowLine = line;
            return true;
        }
        rowChars++;
        return rowChars <= maxRowChars && mayFollow(next);
    }

    private boolean mayFollow(char next) {
        if (place == Place.QUOTED) {
            place = next == '"' ? Place.AFTER_QUOTE : Place.QUOTED;
        } else if (next == ',') {
            place = Place.FIELD_START;
        } else if (place == Place.FIELD_START) {
            place = next == '"' ? Place.QUOTED : Place.PLAIN;
        } else if (place == Place.AFTER_QUOTE) {
            place = Place.QUOTED;
            return next == '"';
        }
        return true;
    }
}
