package jinbo.accesslog.tlog;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a tile or a bundle of entries stands in an export (C2SP tlog-tiles), for example {@code tile/0/x001/x234/067}.
 *
 * @param level of the tile, 0 to 63; none for a bundle of entries
 * @param index within the level, from 0
 * @param width number of hashes or entries, 1 to 256; 256 is full
 */
public record TilePath(OptionalInt level, long index, int width) {

    private static final String FORMAT = "tile path";
    private static final int GROUP = 1000;
    private static final int MOST_LEVELS = 64;

    /** The first hash of a tile of level 0 has an index that is itself a {@code long}. */
    private static final long MOST_TILES = Long.MAX_VALUE / Tile.WIDTH;

    private static final Pattern PATH = Pattern.compile("tile/(entries|0|[1-9][0-9]?)/"
            + "([0-9]{3}|x(?!000/)[0-9]{3}/(?:x[0-9]{3}/){0,4}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    /** @throws IllegalArgumentException if there is no such tile */
    public TilePath {
        boolean levelExists = level.isEmpty() || (level.getAsInt() >= 0 && level.getAsInt() < MOST_LEVELS);
        if (!levelExists || index < 0 || index > MOST_TILES || width < 1 || width > Tile.WIDTH) {
            throw new IllegalArgumentException("No tile " + index + " of width " + width + " is on this level");
        }
    }

    public static TilePath hashes(int level, long index, int width) {
        return new TilePath(OptionalInt.of(level), index, width);
    }

    public static TilePath entries(long index, int width) {
        return new TilePath(OptionalInt.empty(), index, width);
    }

    /** @throws TlogFormatException if it deviates in anything from the format, or no log can have such a tile */
    public static TilePath parse(String path) throws TlogFormatException {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            throw new TlogFormatException(FORMAT, "the path", "is not tile/<level or entries>/<index>[.p/<width>]");
        }
        boolean entries = parts.group(1).equals("entries");
        int level = entries ? 0 : Integer.parseInt(parts.group(1));
        if (level >= MOST_LEVELS) {
            throw new TlogFormatException(FORMAT, "the level", "is above 63");
        }
        OptionalLong index = digits(parts.group(2));
        if (index.isEmpty() || index.getAsLong() > MOST_TILES) {
            throw new TlogFormatException(FORMAT, "the index", "is beyond the last tile of the largest log");
        }
        String partial = parts.group(3);
        int width = partial == null ? Tile.WIDTH : Integer.parseInt(partial);
        if (partial != null && width >= Tile.WIDTH) {
            throw new TlogFormatException(FORMAT, "the width", "is not 1 to 255");
        }
        return new TilePath(entries ? OptionalInt.empty() : OptionalInt.of(level), index.getAsLong(), width);
    }

    private static OptionalLong digits(String groups) {
        String digits = groups.replace("/", "").replace("x", "").replaceFirst("^0+(?=.)", "");
        return Decimal.parse(digits);
    }

    /** The path, relative to the export, with slashes. */
    @Override
    public String toString() {
        StringBuilder groups = new StringBuilder(group(index));
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            groups.insert(0, "x" + group(rest) + "/");
        }
        String kind = level.isPresent() ? Integer.toString(level.getAsInt()) : "entries";
        return "tile/" + kind + "/" + groups + (width < Tile.WIDTH ? ".p/" + width : "");
    }

    private static String group(long number) {
        return String.format(java.util.Locale.ROOT, "%03d", number % GROUP);
    }
}
