# Arrow C++ and Flight: an installed Arrow where CMake finds one, otherwise the headers and shared libraries in pyarrow's wheel.
#
# Input:   ARROW_WHEEL_DIR   the `pyarrow` folder of an unpacked wheel (variable or environment); absent = ask python3 for the installed one
# Output:  Arrow::arrow_shared, ArrowFlight::arrow_flight_shared, ArrowFromWheel_FOUND, ArrowFromWheel_VERSION,
#          ArrowFromWheel_LIBRARY_DIR (of a wheel; empty for an installed Arrow)

if(TARGET ArrowFlight::arrow_flight_shared)
  set(ArrowFromWheel_FOUND TRUE)
  return()
endif()

set(_wheel "${ARROW_WHEEL_DIR}")
if(NOT _wheel)
  set(_wheel "$ENV{ARROW_WHEEL_DIR}")
endif()

if(NOT _wheel)
  find_package(Arrow QUIET CONFIG)
  find_package(ArrowFlight QUIET CONFIG)
  if(TARGET ArrowFlight::arrow_flight_shared)
    set(ArrowFromWheel_FOUND TRUE)
    set(ArrowFromWheel_VERSION "${Arrow_VERSION}")
    set(ArrowFromWheel_LIBRARY_DIR "")
    return()
  endif()
  find_program(_python NAMES python3)
  if(_python)
    execute_process(
      COMMAND "${_python}" -c "import importlib.util as u; s = u.find_spec('pyarrow'); print(s.submodule_search_locations[0] if s else '')"
      OUTPUT_VARIABLE _wheel OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  endif()
endif()

find_path(ArrowFromWheel_INCLUDE_DIR arrow/flight/server.h PATHS "${_wheel}/include" NO_DEFAULT_PATH)

# Wheels carry versioned names only (libarrow.so.2600): there is nothing for find_library to find.
foreach(_part arrow arrow_flight arrow_compute)
  file(GLOB _candidates "${_wheel}/lib${_part}.so.[0-9]*")
  list(SORT _candidates COMPARE NATURAL ORDER DESCENDING)
  list(POP_FRONT _candidates ArrowFromWheel_${_part})
endforeach()

if(ArrowFromWheel_INCLUDE_DIR)
  file(STRINGS "${ArrowFromWheel_INCLUDE_DIR}/arrow/util/config.h" _version REGEX "define ARROW_VERSION_STRING")
  string(REGEX REPLACE ".*\"(.*)\".*" "\\1" ArrowFromWheel_VERSION "${_version}")
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(ArrowFromWheel
  REQUIRED_VARS ArrowFromWheel_arrow_flight ArrowFromWheel_arrow ArrowFromWheel_INCLUDE_DIR
  VERSION_VAR ArrowFromWheel_VERSION
  REASON_FAILURE_MESSAGE "Install Arrow C++ with Flight, or `pip install pyarrow`, or set ARROW_WHEEL_DIR to the pyarrow folder of an unpacked wheel")

if(ArrowFromWheel_FOUND)
  set(ArrowFromWheel_LIBRARY_DIR "${_wheel}")
  # Whether the wheel was built with the newer std::string shows in the names it exports; code that is linked with it must agree.
  file(STRINGS "${ArrowFromWheel_arrow}" _tagged REGEX "^_ZNK5arrow6Status8ToStringB5cxx11Ev" LIMIT_COUNT 1)
  if(_tagged)
    set(_string_abi 1)
  else()
    set(_string_abi 0)
  endif()
  add_library(Arrow::arrow_shared SHARED IMPORTED)
  set_target_properties(Arrow::arrow_shared PROPERTIES
    IMPORTED_LOCATION "${ArrowFromWheel_arrow}"
    INTERFACE_INCLUDE_DIRECTORIES "${ArrowFromWheel_INCLUDE_DIR}"
    INTERFACE_COMPILE_DEFINITIONS "_GLIBCXX_USE_CXX11_ABI=${_string_abi}")
  add_library(ArrowFlight::arrow_flight_shared SHARED IMPORTED)
  set_target_properties(ArrowFlight::arrow_flight_shared PROPERTIES
    IMPORTED_LOCATION "${ArrowFromWheel_arrow_flight}"
    INTERFACE_LINK_LIBRARIES Arrow::arrow_shared)
  if(ArrowFromWheel_arrow_compute)
    add_library(ArrowCompute::arrow_compute_shared SHARED IMPORTED)
    set_target_properties(ArrowCompute::arrow_compute_shared PROPERTIES
      IMPORTED_LOCATION "${ArrowFromWheel_arrow_compute}"
      INTERFACE_LINK_LIBRARIES Arrow::arrow_shared)
  endif()
endif()
