package jinbo.registry;

import jinbo.participant.insurer.Sector;

/** How the scope of a registration or block is written in bulk tables: an insurer's id, or a number above all ids for a sector. */
final class BlockScope {

    /** Of a registration that binds nobody: a cancellation, a release. */
    static final short NOBODY = 0;

    private static final short LIFE = 32001;
    private static final short PROPERTY = 32002;

    private BlockScope() {}

    static short of(Sector sector) {
        return switch (sector) {
            case LIFE -> LIFE;
            case PROPERTY -> PROPERTY;
        };
    }

    static boolean isSector(short scope) {
        return scope >= LIFE;
    }
}
