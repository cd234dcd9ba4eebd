package dev.arbalest.udf.server;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.ForeignAllocation;
import org.apache.arrow.memory.util.MemoryUtil;

/** A mapped file as Arrow memory. It is unmapped when the last buffer that points into it is released, so that a value that a function keeps cannot dangle. */
final class MappedFile extends ForeignAllocation {
  private static final sun.misc.Unsafe UNSAFE = unsafe();

  private final MappedByteBuffer mapping;

  private MappedFile(MappedByteBuffer mapping) {
    super(mapping.capacity(), MemoryUtil.getByteBufferAddress(mapping));
    this.mapping = mapping;
  }

  /** Maps the first bytes of a file in a folder; throws a refusal when that cannot be. The buffer belongs to the caller. */
  static ArrowBuf open(Path folder, String name, long bytes, boolean writable, BufferAllocator allocator) {
    if (folder == null) {
      throw Refusal.precondition("Shared memory is asked for, and the server was started without a folder for it");
    }
    if (name.isEmpty() || name.contains("/") || name.equals(".") || name.equals("..") || bytes <= 0 || bytes > Integer.MAX_VALUE) {
      throw Refusal.precondition("The shared file \"" + name + "\" of " + bytes + " bytes is none: a plain name and 1 to 2147483647 bytes are wanted");
    }
    Set<java.nio.file.OpenOption> options = writable ? Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS) : Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    try (FileChannel file = FileChannel.open(folder.resolve(name), options)) {
      if (file.size() < bytes) {
        throw Refusal.precondition("The shared file " + name + " has " + file.size() + " bytes; the call says " + bytes);
      }
      MappedByteBuffer mapping = file.map(writable ? FileChannel.MapMode.READ_WRITE : FileChannel.MapMode.READ_ONLY, 0, bytes);
      return allocator.wrapForeignAllocation(new MappedFile(mapping));
    } catch (IOException e) {
      throw Refusal.precondition("The shared file " + name + " cannot be opened: " + e);
    }
  }

  @Override
  protected void release0() {
    UNSAFE.invokeCleaner(mapping);
  }

  private static sun.misc.Unsafe unsafe() {
    try {
      Field field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
      field.setAccessible(true);
      return (sun.misc.Unsafe) field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
