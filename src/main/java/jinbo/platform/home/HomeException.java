package jinbo.platform.home;

import java.nio.file.Path;

/** The home folder or the database server in it cannot be used. Says what is wrong, where, and what to do. */
public final class HomeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Path place;

    /** @param place the file or folder that is meant */
    public HomeException(String message, Path place) {
        super(message + " (" + place + ")");
        this.place = place;
    }

    /** @param place the file or folder that is meant */
    public HomeException(String message, Path place, Throwable cause) {
        super(message + " (" + place + ")", cause);
        this.place = place;
    }

    /** The file or folder that is meant. */
    public Path place() {
        return place;
    }
}
