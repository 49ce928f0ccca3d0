package jinbo.accesslog;

import java.util.Optional;
import jinbo.tlog.Checkpoint;
import jinbo.tlog.MerkleTree;
import jinbo.tlog.TileDamagedException;
import org.springframework.stereotype.Component;

/** Compares the tree's tiles with its head and with a checkpoint that was signed. */
@Component
class CheckTree {

    private final TileTable tiles;

    CheckTree(TileTable tiles) {
        this.tiles = tiles;
    }

    /** @throws FoundException if they disagree */
    void check(Head head, Optional<Checkpoint> signed) {
        if (head.size() < 0) {
            throw new FoundException(AlarmKind.TREE_DAMAGED, "the head says " + head.size() + " entries");
        }
        try {
            MerkleTree tree = new MerkleTree(tiles, head.size());
            if (!tree.root().equals(head.root())) {
                throw new FoundException(AlarmKind.TREE_DAMAGED, "the tiles have another root than the head");
            }
            signed.ifPresent(checkpoint -> compare(tree, checkpoint));
            // last: a log that went back has too much of everything
            tiles.notOf(head.size()).ifPresent(tile -> {
                throw new FoundException(AlarmKind.TREE_DAMAGED, tile);
            });
        } catch (TileDamagedException e) {
            throw FoundException.damaged(e);
        }
    }

    private static void compare(MerkleTree tree, Checkpoint signed) {
        if (signed.size() > tree.size()) {
            throw new FoundException(
                    AlarmKind.LOG_SHORTER_THAN_CHECKPOINT, tree.size() + " entries instead of " + signed.size());
        }
        if (!tree.at(signed.size()).root().equals(signed.root())) {
            throw new FoundException(
                    AlarmKind.LOG_CONTRADICTS_CHECKPOINT, "the checkpoint of " + signed.size() + " entries");
        }
    }
}
