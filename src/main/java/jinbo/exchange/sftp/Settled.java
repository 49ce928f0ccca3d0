package jinbo.exchange.sftp;

import java.util.List;

/**
 * What two looks at {@code upload/} have shown.
 *
 * @param whole files of the same size and time in both, by name: these may be fetched
 * @param changing files that are new or have changed: left for the next run
 * @param strange as in {@link Look}
 * @param beyond as in {@link Look}
 */
public record Settled(List<Sighting> whole, List<Sighting> changing, int strange, int beyond) {

    public Settled {
        whole = List.copyOf(whole);
        changing = List.copyOf(changing);
    }
}
