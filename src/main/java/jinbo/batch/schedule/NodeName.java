package jinbo.batch.schedule;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The name of a process that runs by schedule: for people its machine and process, and for the database another one each
 * time, because in containers machines and processes are called the same again and again.
 */
record NodeName(String value) {

    private static final int RANDOM_BYTES = 3;

    static NodeName ofThisProcess() {
        byte[] random = new byte[RANDOM_BYTES];
        ThreadLocalRandom.current().nextBytes(random);
        return new NodeName(host() + "/" + ProcessHandle.current().pid() + "/"
                + HexFormat.of().formatHex(random));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
