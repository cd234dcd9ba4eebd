package dev.arbalest.udf.types;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Makes records and takes them apart, whatever their visibility. */
final class Records {
  private Records() {}

  static Constructor<?> constructor(Class<?> type) {
    Class<?>[] components = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return accessible(type.getDeclaredConstructor(components));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  static Method[] accessors(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(component -> accessible(component.getAccessor())).toArray(Method[]::new);
  }

  static Object create(Constructor<?> constructor, Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw unchecked(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  static Object get(Method accessor, Object owner) {
    try {
      return accessor.invoke(owner);
    } catch (InvocationTargetException e) {
      throw unchecked(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RuntimeException unchecked(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
  }

  private static <T extends AccessibleObject> T accessible(T member) {
    member.setAccessible(true);
    return member;
  }
}
