package jinbo.accesslog.verifier;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The path of a tile or, with the level {@code entries}, of a bundle (C2SP {@code tlog-tiles}). */
record TilePath(String level, long number, int width) {

    static final String ENTRIES = "entries";

    private static final int THOUSAND = 1000;
    private static final Pattern PATH =
            Pattern.compile("tile/(entries|[0-9])/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    static Optional<TilePath> read(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(2).replaceAll("[x/]", ""));
        int width = matcher.group(3) == null ? TreeShape.WIDTH : Integer.parseInt(matcher.group(3));
        TilePath read = new TilePath(matcher.group(1), number, width);
        // each tile has one path, so leading groups of zeros are refused
        return read.toString().equals(path) ? Optional.of(read) : Optional.empty();
    }

    @Override
    public String toString() {
        StringBuilder groups = new StringBuilder(String.format(Locale.ROOT, "%03d", number % THOUSAND));
        for (long rest = number / THOUSAND; rest > 0; rest /= THOUSAND) {
            groups.insert(0, String.format(Locale.ROOT, "x%03d/", rest % THOUSAND));
        }
        return "tile/" + level + "/" + groups + (width == TreeShape.WIDTH ? "" : ".p/" + width);
    }
}
