package jinbo.testing;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lets the kernel discard all packets that arrive at a socket, before it acknowledges them. To the other side, this
 * machine has vanished.
 *
 * <p>The option {@code IP_MINTTL} of Linux discards packets with a smaller time to live (RFC 5082). Packets of this
 * machine to itself have 64. Java has no such option, so this calls {@code setsockopt}; it needs no rights.
 */
final class Blackhole {

    private static final int IPPROTO_IP = 0;
    private static final int IP_MINTTL = 21;
    private static final int LONGEST_TIME_TO_LIVE = 255;

    /** Columns of {@code /proc/net/tcp} (proc(5)). */
    private static final int LOCAL_ADDRESS = 1;

    private static final int REMOTE_ADDRESS = 2;
    private static final int INODE = 9;

    private static final int HEXADECIMAL = 16;

    private Blackhole() {}

    private interface C extends Library {

        C LIBRARY = Native.load("c", C.class);

        int setsockopt(int socket, int level, int option, IntByReference value, int length) throws LastErrorException;
    }

    /** From now on, nothing that arrives for this socket of this process is acknowledged. */
    static void discardIncoming(Socket socket) {
        if (socket.isClosed()) {
            return;
        }
        try {
            C.LIBRARY.setsockopt(
                    descriptorOf(socket),
                    IPPROTO_IP,
                    IP_MINTTL,
                    new IntByReference(LONGEST_TIME_TO_LIVE),
                    Integer.BYTES);
        } catch (IOException e) {
            // a socket that was closed meanwhile has no descriptor
            if (!socket.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static int descriptorOf(Socket socket) throws IOException {
        String link = "socket:[" + inodeOf(socket) + "]";
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .filter(descriptor -> leadsTo(descriptor, link))
                    .map(descriptor -> Integer.parseInt(descriptor.getFileName().toString()))
                    .findFirst()
                    .orElseThrow(() -> new IOException("No descriptor is " + link));
        }
    }

    private static boolean leadsTo(Path descriptor, String link) {
        try {
            return Files.readSymbolicLink(descriptor).toString().equals(link);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static String inodeOf(Socket socket) throws IOException {
        for (String table : List.of("tcp6", "tcp")) {
            for (String line : Files.readAllLines(Path.of("/proc/self/net", table))) {
                String[] columns = line.trim().split(" +");
                if (portIn(columns[LOCAL_ADDRESS]) == socket.getLocalPort()
                        && portIn(columns[REMOTE_ADDRESS]) == socket.getPort()) {
                    return columns[INODE];
                }
            }
        }
        throw new IOException("The kernel does not know " + socket);
    }

    /** The port of an address; -1 in the head of the table. */
    private static int portIn(String address) {
        int colon = address.indexOf(':');
        return colon < 0 ? -1 : Integer.parseInt(address.substring(colon + 1), HEXADECIMAL);
    }
}
