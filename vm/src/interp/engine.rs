//! The engine: from an instruction to its handler, and on to the next.
//!
//! One list of handlers, and two engines over it. Where the compiler turns the call that a function ends with into a
//! jump (optimised code for processors with registers enough: `build.rs` says where, as `cfg(threaded)`), each handler
//! jumps to the next one with the state in registers. Elsewhere a loop with a `match` does the same.
//! Invariant: no handler hands out the address of a variable of its own, except to what runs by [`State::outside`]: its
//! last call would then stay a call, and the stack grow until the slice ends.
#![expect(unsafe_code, reason = "handlers run only on instructions that `lower` emitted")]

use super::state::{Machine, State};
use super::{
    arithmetic, bits, calls, compare, data, exceptions, float, frames, maps, messages, moves, native,
};
use super::{records, select, tests_of_type};
use crate::lower::Op;
use crate::term::Word;

/// What each instruction is run by.
#[cfg(threaded)]
pub type Handlers = [Handler; 256];
/// What each instruction is run by: the loop knows.
#[cfg(not(threaded))]
pub type Handlers = ();

/// A handler with the parts of a [`State`] as arguments.
#[cfg(threaded)]
pub type Handler = unsafe extern "sysv64-unwind" fn(*const u32, *mut Machine, *mut Word, *mut Word, isize);

macro_rules! engine {
    ($($op:ident => $handler:path,)*) => {
        /// Runs instructions until one leaves the interpreter.
        ///
        /// # Safety
        /// The state is that of a process where it goes on.
        #[cfg(not(threaded))]
        #[inline(never)]
        pub unsafe fn run(
            ip: *const u32,
            machine: *mut Machine,
            hp: *mut Word,
            sp: *mut Word,
            reductions: isize,
        ) {
            // The parts come one by one: a struct would come by reference, and stay in memory.
            let mut state = State::new(ip, machine, hp, sp, reductions);
            loop {
                // SAFETY: every handler keeps the invariant of `State`; the opcode byte is one that `lower` emitted,
                // and so one of the enum's.
                state = unsafe {
                    match core::mem::transmute::<u8, Op>(*state.ip.cast::<u8>()) {
                        Op::Exit => return state.leave_behind(),
                        $(Op::$op => $handler(state),)*
                    }
                };
            }
        }

        /// Every handler, by the number of its instruction.
        #[cfg(threaded)]
        pub const HANDLERS: Handlers = {
            let mut handlers: Handlers = [leave; 256];
            $(handlers[Op::$op as usize] = {
                unsafe extern "sysv64-unwind" fn step(
                    ip: *const u32,
                    machine: *mut Machine,
                    hp: *mut Word,
                    sp: *mut Word,
                    reductions: isize,
                ) {
                    // SAFETY: the handler keeps the invariant of `State`, and the instruction is its own; the opcode
                    // byte of the next is one that `lower` emitted.
                    unsafe {
                        dispatch($handler(State::new(ip, machine, hp, sp, reductions)));
                    }
                }
                step as Handler
            };)*
            handlers
        };

        /// Every instruction has a handler, or this does not compile.
        const _: fn(Op) = |op| match op { Op::Exit $(| Op::$op)* => {} };
    };
}

/// The handlers of the loop are in the loop.
#[cfg(not(threaded))]
pub const HANDLERS: Handlers = ();

/// Runs `Exit`.
#[cfg(threaded)]
unsafe extern "sysv64-unwind" fn leave(
    ip: *const u32,
    machine: *mut Machine,
    hp: *mut Word,
    sp: *mut Word,
    reductions: isize,
) {
    State::new(ip, machine, hp, sp, reductions).leave_behind();
}

/// Runs instructions until one leaves the interpreter.
///
/// # Safety
/// The state is that of a process where it goes on.
#[cfg(threaded)]
pub unsafe fn run(ip: *const u32, machine: *mut Machine, hp: *mut Word, sp: *mut Word, reductions: isize) {
    // SAFETY: the caller's promise.
    unsafe { dispatch(State::new(ip, machine, hp, sp, reductions)) };
}

/// Goes to the handler of the instruction, or on the way that the last one wants to take first.
///
/// # Safety
/// The state is whole, and its instruction one that `lower` emitted.
#[cfg(threaded)]
#[inline(always)]
pub unsafe fn dispatch(s: State) {
    // SAFETY: the caller's promise.
    unsafe {
        let next = match s.detour {
            Some(detour) => detour,
            None => (*s.machine).handlers[usize::from(*s.ip.cast::<u8>())],
        };
        next(s.ip, s.machine, s.hp, s.sp, s.reductions);
    }
}

engine! {
    FuncInfo => exceptions::func_info,
    MoveXX => moves::move_xx,
    MoveXY => moves::move_xy,
    MoveYX => moves::move_yx,
    MoveXC => moves::move_xc,
    MoveYC => moves::move_yc,
    MoveXP => moves::move_xp,
    Move => moves::move_,
    MoveXXMoveXX => moves::move_xx_move_xx,
    MoveXYMoveXY => moves::move_xy_move_xy,
    MoveYXMoveYX => moves::move_yx_move_yx,
    MoveXXMoveXY => moves::move_xx_move_xy,
    MoveXXMoveYX => moves::move_xx_move_yx,
    MoveXYMoveXX => moves::move_xy_move_xx,
    MoveXYMoveYX => moves::move_xy_move_yx,
    MoveYXMoveXX => moves::move_yx_move_xx,
    MoveYXMoveXY => moves::move_yx_move_xy,
    SwapXX => moves::swap_xx,
    Swap => moves::swap,
    MoveXXCall => calls::move_xx_call,
    MoveXYCall => calls::move_xy_call,
    MoveXXCallOnly => calls::move_xx_call_only,
    MoveXXCallLast => calls::move_xx_call_last,
    MoveXYCallLast => calls::move_xy_call_last,
    MoveXXReturn => calls::move_xx_return,
    MoveXCReturn => calls::move_xc_return,
    Call => calls::call,
    CallOnly => calls::call_only,
    CallLast => calls::call_last,
    CallExt => calls::call_ext,
    CallExtOnly => calls::call_ext_only,
    CallExtLast => calls::call_ext_last,
    CallNative => native::call_native,
    CallNativeOnly => native::call_native_only,
    CallNativeLast => native::call_native_last,
    NativeBody => native::native_body,
    UndefinedBody => native::undefined_body,
    UnloadedLambda => native::unloaded_lambda,
    CallFun => calls::call_fun,
    CallFunSrc => calls::call_fun_source,
    CallFunLast => calls::call_fun_last,
    CallFunSrcLast => calls::call_fun_source_last,
    Apply => calls::apply,
    ApplyLast => calls::apply_last,
    Return => calls::return_,
    Deallocate => frames::deallocate,
    DeallocateReturn => frames::deallocate_return,
    Finished => exceptions::finished,
    Allocate => frames::allocate,
    AllocateMoveYX => frames::allocate_move_yx,
    AllocateMoveYXMoveYX => frames::allocate_move_yx_move_yx,
    AllocateHeap => frames::allocate_heap,
    AllocateWide => frames::allocate_wide,
    TestHeap => frames::test_heap,
    TestHeapWide => frames::test_heap_wide,
    Trim => frames::trim,
    ClearFrame => frames::clear_frame,
    IsCellX => tests_of_type::is_cell_x,
    IsNilX => tests_of_type::is_nil_x,
    IsListX => tests_of_type::is_list_x,
    IsAtomX => tests_of_type::is_atom_x,
    IsIntegerX => tests_of_type::is_integer_x,
    IsTupleX => tests_of_type::is_tuple_x,
    IsTupleArityX => tests_of_type::is_tuple_arity_x,
    IsTaggedTupleX => tests_of_type::is_tagged_tuple_x,
    TypeTest => tests_of_type::type_test,
    IsTupleArity => tests_of_type::is_tuple_arity,
    IsTaggedTuple => tests_of_type::is_tagged_tuple,
    IsFunctionArity => tests_of_type::is_function_arity,
    IsEqExactXC => compare::is_eq_exact_xc,
    IsNeExactXC => compare::is_ne_exact_xc,
    IsEqExactX => compare::is_eq_exact_x,
    IsNeExactX => compare::is_ne_exact_x,
    IsLtXX => compare::is_lt_xx,
    IsGeXX => compare::is_ge_xx,
    IsLtXC => compare::is_lt_xc,
    IsGeXC => compare::is_ge_xc,
    IsLtXCReturn => compare::is_lt_xc_return,
    IsGeXCReturn => compare::is_ge_xc_return,
    IsLtCX => compare::is_lt_cx,
    IsGeCX => compare::is_ge_cx,
    Compare => compare::compare,
    Select => select::select,
    SelectX => select::select_x,
    JumpTable => select::jump_table,
    SelectArity => select::select_arity,
    Jump => select::jump,
    GetListXXX => data::get_list_xxx,
    IsCellGetListX => data::is_cell_get_list_x,
    GetListXYX => data::get_list_xyx,
    IsCellAllocateGetListX => data::is_cell_allocate_get_list_x,
    GetHdXX => data::get_hd_xx,
    GetTlXX => data::get_tl_xx,
    GetList => data::get_list,
    GetHd => data::get_hd,
    GetTl => data::get_tl,
    PutListXXX => data::put_list_xxx,
    PutList => data::put_list,
    TestHeapPutListXXX => data::test_heap_put_list_xxx,
    PutListYXX => data::put_list_yxx,
    PutListYXXReturn => data::put_list_yxx_return,
    GetElementXX => data::get_element_xx,
    GetElementXY => data::get_element_xy,
    GetElementYX => data::get_element_yx,
    GetElementsXX => data::get_elements_xx,
    GetElement => data::get_element,
    CheckCell => data::check_cell,
    CheckElements => data::check_elements,
    CheckArity => data::check_arity,
    NeverReturns => exceptions::never_returns,
    PutTuple => data::put_tuple,
    SetElement => data::set_element,
    UpdateRecord => data::update_record,
    AddXXI => arithmetic::add_xxi,
    SubXXI => arithmetic::sub_xxi,
    AddXYI => arithmetic::add_xyi,
    SubXYI => arithmetic::sub_xyi,
    AddXXC => arithmetic::add_xxc,
    SubXXC => arithmetic::sub_xxc,
    AddXXX => arithmetic::add_xxx,
    SubXXX => arithmetic::sub_xxx,
    MulXXX => arithmetic::mul_xxx,
    AddXYX => arithmetic::add_xyx,
    AddXXY => arithmetic::add_xxy,
    SubXYX => arithmetic::sub_xyx,
    BandXXC => arithmetic::band_xxc,
    RemXXC => arithmetic::rem_xxc,
    DivXXC => arithmetic::div_xxc,
    BsrXXC => arithmetic::bsr_xxc,
    Arithmetic => arithmetic::arithmetic,
    SelfPid => moves::self_pid,
    Guard0 => native::guard0,
    Guard1 => native::guard1,
    Guard2 => native::guard2,
    Guard3 => native::guard3,
    FloatLoad => float::load,
    FloatStore => float::store,
    FloatMove => float::move_,
    FloatConvert => float::convert,
    FloatAdd => float::add,
    FloatSub => float::subtract,
    FloatMul => float::multiply,
    FloatDiv => float::divide,
    FloatNegate => float::negate,
    Catch => exceptions::catch,
    CatchEnd => exceptions::catch_end,
    TryEnd => exceptions::try_end,
    TryCase => exceptions::try_case,
    Badmatch => exceptions::badmatch,
    CaseEnd => exceptions::case_end,
    TryCaseEnd => exceptions::try_case_end,
    Badrecord => exceptions::badrecord,
    IfEnd => exceptions::if_end,
    Raise => exceptions::raise_again,
    RawRaise => exceptions::raw_raise,
    BuildStacktrace => exceptions::build_stacktrace,
    Send => messages::send,
    LoopRec => messages::loop_rec,
    RemoveMessage => messages::remove_message,
    KeepMessage => messages::keep_message,
    LoopRecEnd => messages::loop_rec_end,
    Wait => messages::wait,
    WaitTimeout => messages::wait_timeout,
    Timeout => messages::timeout,
    MarkerReserve => messages::marker_reserve,
    MarkerBind => messages::marker_bind,
    MarkerClear => messages::marker_clear,
    MarkerUse => messages::marker_use,
    MakeFun => data::make_fun,
    GetMapElements => maps::get_map_elements,
    HasMapFields => maps::has_map_fields,
    PutMapAssoc => maps::put_map_assoc,
    PutMapExact => maps::put_map_exact,
    IsNativeRecord => records::is_native_record,
    IsRecordAccessible => records::is_record_accessible,
    GetRecordElements => records::get_record_elements,
    GetRecordField => records::get_record_field,
    PutRecord => records::put_record,
    BsStart => bits::start,
    BsGet => bits::get,
    BsSkip => bits::skip,
    BsGetUtf => bits::get_utf,
    BsSkipUtf => bits::skip_utf,
    BsTestTail => bits::test_tail,
    BsTestUnit => bits::test_unit,
    BsEnsure => bits::ensure,
    BsMatchString => bits::match_string,
    BsMatchInteger => bits::match_integer,
    BsGetTail => bits::get_tail,
    BsGetPosition => bits::get_position,
    BsSetPosition => bits::set_position,
    BsContextToBinary => bits::context_to_binary,
    BsStartSaving => bits::start_saving,
    BsSave => bits::save,
    BsRestore => bits::restore,
    BsCreate => bits::create,
    BsInit => bits::init,
    BsAppend => bits::append,
    BsPut => bits::put,
    BsPutString => bits::put_string,
    BsUtfSize => bits::utf_size,
    BsAdd => bits::add,
    BsInitWritable => bits::init_writable,
}
